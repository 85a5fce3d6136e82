package backends

// Gauges shows the figures of something open to the operators, until forget is called. Look shows them as they are now; it is called at
// any time and by any goroutine, never after forget has returned. Figures of one name are added up. Nil shows nothing.
type Gauges func(look func(show func(name, help string, value float64))) (forget func())

// Show shows what look does.
func (g Gauges) Show(look func(show func(name, help string, value float64))) (forget func()) {
	if g == nil {
		return func() {}
	}
	return g(look)
}
