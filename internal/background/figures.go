package background

// Figures tells how many jobs run now, and how many wait after a failure.
func (r *Runner) Figures() (running, failing int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, w := range r.works {
		if w.running {
			running++
		}
		if w.failures > 0 {
			failing++
		}
	}
	return running, failing
}
