// Package slow has a test that does not end.
package slow

import (
	"testing"
	"time"
)

func TestSleeps(t *testing.T) {
	time.Sleep(time.Minute)
}
