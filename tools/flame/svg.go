package main

import (
	"fmt"
	"hash/fnv"
	"html"
	"io"
	"slices"
	"strings"
	"time"
)

// frame is a function called by the functions around it, with the time in it and in all it called.
type frame struct {
	name   string
	took   time.Duration
	called []*frame
}

// treeOf joins stacks that begin alike.
func treeOf(samples []sample) *frame {
	root := &frame{name: "all"}
	for _, s := range samples {
		at := root
		at.took += s.took
		for _, name := range s.stack {
			at = at.call(name)
			at.took += s.took
		}
	}
	root.sort()
	return root
}

func (f *frame) call(name string) *frame {
	i := slices.IndexFunc(f.called, func(c *frame) bool { return c.name == name })
	if i >= 0 {
		return f.called[i]
	}
	c := &frame{name: name}
	f.called = append(f.called, c)
	return c
}

// sort puts called functions in the order of their names, so that graphs of two profiles can be compared.
func (f *frame) sort() {
	slices.SortFunc(f.called, func(a, b *frame) int { return strings.Compare(a.name, b.name) })
	for _, c := range f.called {
		c.sort()
	}
}

// depth is how many rows of a graph show what is worth showing.
func (f *frame) depth(least time.Duration) int {
	deepest := 0
	for _, c := range f.called {
		if c.took >= least {
			deepest = max(deepest, c.depth(least))
		}
	}
	return deepest + 1
}

// Sizes in pixels.
const (
	graphWidth = 1200.0
	rowHeight  = 16
	titleRoom  = 28
	letter     = 6.2 // width of a letter of the labels
	margin     = 3   // before a label
)

// smallest is the share of the whole below which a function is left out: it would be less than a pixel wide.
const smallest = 1 / graphWidth

// drawSVG writes the graph with the outermost functions below. Names and shares show when a pointer rests on a function.
func drawSVG(out io.Writer, title string, root *frame) error {
	least := time.Duration(float64(root.took) * smallest)
	g := graph{scale: graphWidth / float64(root.took), least: least, rows: root.depth(least)}
	g.draw(root, 0, 0)
	height := titleRoom + g.rows*rowHeight
	_, err := fmt.Fprintf(out, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %d" font-family="monospace" font-size="10">
<rect width="100%%" height="100%%" fill="#fff"/>
<text x="%d" y="18" font-size="14">%s</text>
%s</svg>
`, graphWidth, height, margin, html.EscapeString(title), g.text.String())
	return err
}

type graph struct {
	scale float64 // pixels of a nanosecond
	least time.Duration
	rows  int
	text  strings.Builder
}

func (g *graph) draw(f *frame, x float64, row int) {
	if f.took < g.least {
		return
	}
	width := float64(f.took) * g.scale
	y := titleRoom + (g.rows-1-row)*rowHeight
	share := 100 * width / graphWidth
	fmt.Fprintf(&g.text, `<g><title>%s %.1f %%</title><rect x="%.1f" y="%d" width="%.1f" height="%d" fill="%s" stroke="#fff" stroke-width="0.5"/>`,
		html.EscapeString(f.name), share, x, y, width, rowHeight, colour(f.name))
	if fits := int((width - 2*margin) / letter); fits > 2 {
		fmt.Fprintf(&g.text, `<text x="%.1f" y="%d">%s</text>`, x+margin, y+rowHeight-4, html.EscapeString(cut(shortName(f.name), fits)))
	}
	g.text.WriteString("</g>\n")
	for _, c := range f.called {
		g.draw(c, x, row+1)
		x += float64(c.took) * g.scale
	}
}

// shortName leaves out the folders of a package.
func shortName(name string) string {
	path, rest, _ := strings.Cut(name, "(")
	short := path[strings.LastIndexByte(path, '/')+1:]
	if rest != "" {
		short += "(" + rest
	}
	return short
}

func cut(text string, letters int) string {
	if len(text) <= letters {
		return text
	}
	return text[:letters-1] + "…"
}

// colour is the same for all functions of a package.
func colour(name string) string {
	path, _, _ := strings.Cut(name, "(")
	slash := strings.LastIndexByte(path, '/') + 1
	if dot := strings.IndexByte(path[slash:], '.'); dot >= 0 {
		path = path[:slash+dot]
	}
	h := fnv.New32a()
	h.Write([]byte(path))
	return fmt.Sprintf("hsl(%d,60%%,75%%)", h.Sum32()%360)
}
