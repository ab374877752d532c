package pages_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// faults lists what is wrong with a page: markup that does not nest, what the
// content security policy would block, and what a person with a keyboard or a
// screen reader would stumble over.
func faults(t *testing.T, page string) []string {
	t.Helper()
	found := nesting(page)
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return append(found, err.Error())
	}
	var c checker
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			c.element(n)
		}
	}
	if strings.Contains(page, "ZgotmplZ") {
		c.add("a value was not safe where it stands (ZgotmplZ)")
	}
	return append(found, c.done()...)
}

// void elements have no end tag; so have the leaves of SVG when they close themselves.
var void = []string{"meta", "link", "input", "br", "img", "hr"}

// nesting finds end tags that match no start: the parser would mend them silently.
func nesting(page string) (found []string) {
	var open []string
	for z := html.NewTokenizer(strings.NewReader(page)); ; {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				found = append(found, fmt.Sprintf("not closed: %v", open))
			}
			return found
		case html.StartTagToken:
			if name, _ := z.TagName(); !slices.Contains(void, string(name)) {
				open = append(open, string(name))
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if len(open) == 0 || open[len(open)-1] != string(name) {
				return append(found, fmt.Sprintf("</%s> closes %v", name, open))
			}
			open = open[:len(open)-1]
		}
	}
}

type checker struct {
	found                    []string
	ids, labelled, described []string
	fields                   []*html.Node
	h1, mains, level         int
}

func (c *checker) add(format string, args ...any) {
	c.found = append(c.found, fmt.Sprintf(format, args...))
}

func attr(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

func (c *checker) element(n *html.Node) {
	for _, a := range n.Attr {
		if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
			c.add("<%s %s=…> is inline", n.Data, a.Key)
		}
	}
	if id, ok := attr(n, "id"); ok {
		if slices.Contains(c.ids, id) {
			c.add("the id %s stands twice", id)
		}
		c.ids = append(c.ids, id)
	}
	for _, name := range []string{"aria-labelledby", "aria-describedby"} {
		if ids, ok := attr(n, name); ok {
			c.described = append(c.described, strings.Fields(ids)...)
		}
	}
	c.kind(n)
}

func (c *checker) kind(n *html.Node) {
	switch n.Data {
	case "style":
		c.add("<style> is inline")
	case "script":
		c.script(n)
	case "link", "img":
		for _, name := range []string{"href", "src"} {
			if to, _ := attr(n, name); strings.Contains(strings.SplitN(to, ",", 2)[0], "//") {
				c.add("<%s> loads %s from another host", n.Data, to)
			}
		}
		if _, ok := attr(n, "alt"); n.Data == "img" && !ok {
			c.add("an image has no text beside it")
		}
	case "main":
		c.mains++
	case "h1", "h2", "h3", "h4":
		level := int(n.Data[1] - '0')
		if level == 1 {
			c.h1++
		}
		if level > c.level+1 {
			c.add("%s %q follows h%d", n.Data, text(n), c.level)
		}
		c.level = level
	case "label":
		if to, ok := attr(n, "for"); ok {
			c.labelled = append(c.labelled, to)
			c.described = append(c.described, to)
		}
	case "input", "select", "textarea":
		if typ, _ := attr(n, "type"); typ != "hidden" {
			c.fields = append(c.fields, n)
		}
	case "th":
		if _, ok := attr(n, "scope"); !ok {
			c.add("a table's head %q has no scope", text(n))
		}
	case "a", "button":
		if strings.TrimSpace(text(n)) == "" {
			c.add("<%s> says nothing", n.Data)
		}
	}
}

func (c *checker) script(n *html.Node) {
	if _, ok := attr(n, "src"); ok {
		return
	}
	if typ, _ := attr(n, "type"); typ != "application/json" {
		c.add("<script> is inline")
	} else if !json.Valid([]byte(text(n))) {
		c.add("a data block is not JSON: %.80s", text(n))
	}
}

func (c *checker) done() []string {
	if c.h1 != 1 || c.mains != 1 {
		c.add("%d h1 and %d main; want one of each", c.h1, c.mains)
	}
	for _, id := range c.described {
		if !slices.Contains(c.ids, id) {
			c.add("something points to the id %s, which is not there", id)
		}
	}
	for _, field := range c.fields {
		id, _ := attr(field, "id")
		if field.Parent.Data != "label" && !slices.Contains(c.labelled, id) {
			c.add("the field %q has no label", id)
		}
	}
	return c.found
}
