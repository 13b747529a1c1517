/**
 * The module that a health check builds and tests, by file name. Packages of the standard library alone, and few of them: most of the time goes into
 * compiling those and the runtime, which is what builds of any project do; the tests run what was compiled. Written in the Go of years ago, so that every release
 * takes it.
 */
export const HEALTH_MODULE: Readonly<Record<string, string>> = {
  'go.mod': `module setup-go-win.invalid/health

go 1.16
`,
  'main.go': `// Command health is built by setup-go-win to see that a Go works, and how long it takes.
package main

import (
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"sort"
	"strings"
)

// numbers are the same on every machine.
func numbers(count int) []int {
	all := make([]int, count)
	seed := uint32(1)
	for i := range all {
		seed = seed*1664525 + 1013904223
		all[i] = int(seed >> 8)
	}
	return all
}

func sorted(count int) []int {
	all := numbers(count)
	sort.Ints(all)
	return all
}

// words counts the words of a text that it makes.
func words(count int) map[string]int {
	var text strings.Builder
	for _, number := range numbers(count) {
		fmt.Fprintf(&text, "w%d ", number%1000)
	}
	counted := map[string]int{}
	for _, word := range strings.Fields(text.String()) {
		counted[word]++
	}
	return counted
}

func checksum(count int) string {
	sum := crc32.NewIEEE()
	for _, number := range numbers(count) {
		fmt.Fprintf(sum, "%d\\n", number)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

func main() {
	fmt.Println(len(sorted(10)), len(words(10)), checksum(10))
}
`,
  'main_test.go': `package main

import (
	"sort"
	"sync"
	"testing"
)

func TestSorted(t *testing.T) {
	if !sort.IntsAreSorted(sorted(500000)) {
		t.Fatal("the numbers are not sorted")
	}
}

func TestWords(t *testing.T) {
	total := 0
	for _, count := range words(200000) {
		total += count
	}
	if total != 200000 {
		t.Fatalf("%d words were counted", total)
	}
}

func TestChecksum(t *testing.T) {
	first := checksum(200000)
	if len(first) != 8 || first != checksum(200000) {
		t.Fatalf("the checksum is %s", first)
	}
}

func TestGoroutines(t *testing.T) {
	var group sync.WaitGroup
	results := make(chan string, 8)
	for i := 0; i < cap(results); i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			results <- checksum(20000)
		}()
	}
	group.Wait()
	close(results)
	want := checksum(20000)
	for got := range results {
		if got != want {
			t.Fatalf("%s is not %s", got, want)
		}
	}
}
`,
};
