// A stand-in for a virus scanner: it watches directories, and opens each file that is new or was changed without sharing it, for a while of 50 to
// 500 ms that seed and name decide, as many at once as there are. It has no driver, so it comes a moment after the file does; one that its
// writer still has open it tries again every millisecond, and so it is there as soon as that one closes it.
//
//	scanner READY STOP REPORT SEED DIRECTORY…
//
// READY is made when it watches; when STOP is there it ends, and writes to REPORT, as JSON, what it has done.
package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// How often everything is looked through for what the system's notices have left out: a new directory is full before it is watched.
const walkEvery = 50 * time.Millisecond

func main() {
	ready, stop, report := os.Args[1], os.Args[2], os.Args[3]
	seed, err := strconv.ParseUint(os.Args[4], 10, 32)
	directories := os.Args[5:]
	if err != nil || len(directories) == 0 {
		os.Stderr.WriteString("scanner READY STOP REPORT SEED DIRECTORY…\n")
		os.Exit(2)
	}
	all := newLooks(uint32(seed))
	for _, directory := range directories {
		all.skipWhatIsThere(directory)
		go watch(directory, all.consider)
	}
	os.WriteFile(ready, []byte(strconv.Itoa(os.Getpid())), 0o644)
	for last := false; !last; time.Sleep(walkEvery) {
		last = exists(stop) // what came just before is looked at, too
		for _, directory := range directories {
			walk(directory, all.consider)
		}
	}
	all.wait()
	text, _ := json.Marshal(all.report())
	os.WriteFile(report+".new", text, 0o644)
	os.Rename(report+".new", report)
}

func walk(directory string, found func(file string)) {
	filepath.WalkDir(directory, func(path string, entry os.DirEntry, err error) error {
		if err == nil && entry.Type().IsRegular() {
			found(path)
		}
		return nil
	})
}

func exists(file string) bool {
	_, err := os.Lstat(file)
	return err == nil
}

// kindOf a file, for the report: what it is to an installation.
func kindOf(file string) string {
	name := filepath.Base(file)
	switch {
	case strings.Contains(file, `\.x64-`):
		return "staging"
	case strings.Contains(file, `\x64\`):
		return "tree"
	case strings.HasSuffix(name, ".complete"):
		return "marker"
	case strings.HasSuffix(name, ".setup-go-win.json"):
		return "sidecar"
	case strings.Contains(file, `\locks\`):
		return "lock"
	case strings.HasPrefix(name, "audit"):
		return "audit"
	case strings.HasPrefix(name, "journal"):
		return "journal"
	}
	return "other"
}
