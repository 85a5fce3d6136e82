package counted

import "testing"

// BenchmarkRequests takes the time of what the figures count: the whole way of a request but for HTTP where its name does not say so, and
// without other requests at the same time.
func BenchmarkRequests(b *testing.B) {
	for _, db := range databases {
		b.Run(db.name, func(b *testing.B) {
			s := open(b, db.url(b))
			for _, c := range subjects {
				b.Run(c.name, func(b *testing.B) {
					run := s.repeat(b, c)
					run()
					b.ReportAllocs()
					for i := 0; i < b.N; i += c.times {
						run()
					}
				})
			}
		})
	}
}
