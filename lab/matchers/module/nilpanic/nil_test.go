// Package nilpanic has a test that follows a nil pointer.
package nilpanic

import "testing"

type node struct{ next *node }

func TestFollowsNil(t *testing.T) {
	var list *node
	t.Log(list.next)
}
