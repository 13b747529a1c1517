// Package panicking has a test that panics.
package panicking

import "testing"

func index(list []int, at int) int {
	return list[at]
}

func TestPanics(t *testing.T) {
	t.Log("about to panic")
	index(nil, 5)
}
