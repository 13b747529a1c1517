// Package failing has tests of which some fail.
package failing

import (
	"fmt"
	"os"
	"testing"
	"time"
)

func check(t *testing.T, got, want int) {
	t.Helper()
	if got != want {
		t.Errorf("got %d, want %d", got, want)
	}
}

func TestLogsAndPasses(t *testing.T) {
	t.Log("all is well")
	fmt.Println("printed by a test that passes")
}

func TestPrintsAndPasses(t *testing.T) {
	fmt.Println("    failing_test.go:1: looks like a log, and is printed")
	fmt.Fprintln(os.Stderr, "main.go:12: a line of package log")
}

func TestFails(t *testing.T) {
	check(t, 1, 2)
}

func TestPassesAfterAFailure(t *testing.T) {
	t.Log("nothing is wrong here")
}

func TestFailsTwice(t *testing.T) {
	t.Error("the first")
	t.Error("the second\nhas two lines\n\nand an empty one")
	t.Fatal("the third")
}

func TestTable(t *testing.T) {
	t.Run("two", func(t *testing.T) { check(t, 1, 2) })
	t.Run("deep", func(t *testing.T) {
		t.Run("deeper", func(t *testing.T) { t.Fatalf("too deep: %s", "C:\\x") })
	})
	t.Run("fine", func(t *testing.T) { t.Log("a row that passes") })
}

func TestSkips(t *testing.T) {
	t.Skip("not today")
}

func TestLogsAfterItsSubtests(t *testing.T) {
	t.Run("row", func(t *testing.T) { t.Log("a row that passes") })
	t.Error("the rows do not add up")
}

func TestOnlyFails(t *testing.T) {
	t.Fail()
}

var failed, logged = make(chan struct{}), make(chan struct{})

// Its failure is told right after the log of another test, which passes.
func TestParallelFails(t *testing.T) {
	t.Parallel()
	t.Error("a parallel one that fails")
	close(failed)
	<-logged
}

func TestParallelPasses(t *testing.T) {
	t.Parallel()
	<-failed
	t.Log("a parallel one that passes")
	close(logged)
	time.Sleep(200 * time.Millisecond)
}
