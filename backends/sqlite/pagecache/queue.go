package pagecache

// Which page is given up is decided as by S3-FIFO (Yang et al., "FIFO queues are all you need for cache eviction", SOSP 2023). In a tree whose leaves
// do not fit, most pages are asked for once in a long time. They come into a small queue and leave it soon; what is asked for again
// meanwhile, or soon after it left, is in a large queue, which the inner pages of the tree thus have for themselves.

// queues are the frames that hold a page, each in one of two queues, in the order in which they came there.
type queues struct {
	links  []link // of each frame
	trial  queue
	proven queue
}

// trialShare is the part of all frames that the small queue has. It is small enough for a processor's cache: a page comes into memory that was used
// a short while ago.
const trialShare = 40

// link leads to a frame's neighbours in its queue.
type link struct{ before, after uint32 }

// queue is a ring without a head: the frames and their number.
type queue struct {
	first  uint32
	length int
}

// push puts a frame at the end.
func (q *queue) push(frame uint32, links []link) {
	if q.length++; q.length == 1 {
		q.first = frame
		links[frame] = link{frame, frame}
		return
	}
	last := links[q.first].before
	links[frame] = link{before: last, after: q.first}
	links[last].after = frame
	links[q.first].before = frame
}

// remove takes a frame out that is in the queue.
func (q *queue) remove(frame uint32, links []link) {
	l := links[frame]
	links[l.before].after = l.after
	links[l.after].before = l.before
	if q.first == frame {
		q.first = l.after
	}
	q.length--
}

// turn puts the first frame at the end.
func (q *queue) turn(links []link) { q.first = links[q.first].after }

// queue is the one that a frame with a page is in.
func (c *cache) queue(frame uint32) *queue {
	if c.states[frame]&proven != 0 {
		return &c.queues.proven
	}
	return &c.queues.trial
}

// leastWanted is the frame whose page is given up next; there is one that is not pinned.
func (c *cache) leastWanted() uint32 {
	for {
		if c.queues.trial.length > c.max/trialShare {
			if frame, ok := c.leastOnTrial(); ok {
				return frame
			}
		}
		if frame, ok := c.leastProven(); ok {
			return frame
		}
		if frame, ok := c.leastOnTrial(); ok {
			return frame
		}
	}
}

// leastOnTrial finds the first in the small queue that is not pinned. What was asked for again and again goes into the large one.
func (c *cache) leastOnTrial() (frame uint32, ok bool) {
	q := &c.queues
	for range q.trial.length {
		frame = q.trial.first
		switch s := &c.states[frame]; {
		case *s&pinned != 0:
			q.trial.turn(q.links)
		case s.uses() > use:
			q.trial.remove(frame, q.links)
			*s = holds | proven
			q.proven.push(frame, q.links)
		default:
			return frame, true
		}
	}
	return 0, false
}

// leastProven finds the first in the large queue that is not pinned and was not asked for since it was looked at last. Each time counts for one
// of up to three.
func (c *cache) leastProven() (frame uint32, ok bool) {
	q := &c.queues
	for range 4 * q.proven.length {
		frame = q.proven.first
		s := &c.states[frame]
		if *s&pinned == 0 && s.uses() == 0 {
			return frame, true
		}
		if s.uses() > 0 {
			*s -= use
		}
		q.proven.turn(q.links)
	}
	return 0, false
}

// given are pages that left the small queue, the last ones: each at the place that its number leads to, until another comes there.
type given []uint32

// givenShare is how many pages are remembered for each frame, at least.
const givenShare = 2

func (g *given) add(key uint32, frames int) {
	if len(*g) < givenShare*frames {
		size := firstPlaces
		for size < givenShare*frames {
			size *= 2
		}
		*g = make(given, size)
	}
	(*g)[g.place(key)] = key
}

// has says whether a page was given up a short while ago. Page numbers begin with 1.
func (g *given) has(key uint32) bool { return len(*g) > 0 && (*g)[g.place(key)] == key }

func (g *given) place(key uint32) int { return int(key*spread>>8) & (len(*g) - 1) }
