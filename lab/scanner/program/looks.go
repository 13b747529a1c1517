package main

import (
	"hash/fnv"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"syscall"
	"time"
)

const (
	shortest         = 50 * time.Millisecond
	longest          = 500 * time.Millisecond
	patience         = 300 * time.Millisecond
	sharingViolation = syscall.Errno(32)
)

type stamp struct {
	changed time.Time
	size    int64
}

// looks at files: each one again when it has changed.
type looks struct {
	seed    uint32
	lock    sync.Mutex
	seen    map[string]stamp
	busy    map[string]bool
	running sync.WaitGroup
	opened  map[string]int
	inUse   int
	atOnce  int
	most    int
}

func newLooks(seed uint32) *looks {
	return &looks{seed: seed, seen: map[string]stamp{}, busy: map[string]bool{}, opened: map[string]int{}}
}

func stampOf(file string) (stamp, bool) {
	info, err := os.Lstat(file)
	if err != nil || !info.Mode().IsRegular() {
		return stamp{}, false
	}
	return stamp{info.ModTime(), info.Size()}, true
}

func (l *looks) skipWhatIsThere(directory string) {
	walk(directory, func(file string) {
		if found, there := stampOf(file); there {
			l.seen[file] = found
		}
	})
}

func (l *looks) consider(file string) {
	found, there := stampOf(file)
	if !there {
		return
	}
	l.lock.Lock()
	defer l.lock.Unlock()
	if l.seen[file] == found || l.busy[file] {
		return
	}
	l.seen[file], l.busy[file] = found, true
	l.running.Add(1)
	go l.look(file)
}

func (l *looks) look(file string) {
	defer l.running.Done()
	handle, err := l.openAlone(file)
	l.lock.Lock()
	if err == nil {
		l.opened[kindOf(file)]++
		l.atOnce++
		l.most = max(l.most, l.atOnce)
	} else if err == sharingViolation {
		l.inUse++
	}
	l.lock.Unlock()
	if err == nil {
		time.Sleep(l.holdOf(file))
		syscall.CloseHandle(handle)
	}
	l.lock.Lock()
	delete(l.busy, file)
	if err == nil {
		l.atOnce--
	}
	l.lock.Unlock()
}

func (l *looks) openAlone(file string) (syscall.Handle, error) {
	name, err := syscall.UTF16PtrFromString(file)
	if err != nil {
		return 0, err
	}
	for end := time.Now().Add(patience); ; time.Sleep(time.Millisecond) {
		handle, err := syscall.CreateFile(name, syscall.GENERIC_READ, 0, nil, syscall.OPEN_EXISTING, syscall.FILE_ATTRIBUTE_NORMAL, 0)
		if err != sharingViolation || time.Now().After(end) {
			return handle, err
		}
	}
}

func (l *looks) holdOf(file string) time.Duration {
	hash := fnv.New32a()
	hash.Write([]byte(strconv.Itoa(int(l.seed)) + "/" + filepath.Base(file)))
	return shortest + time.Duration(hash.Sum32()%uint32((longest-shortest)/time.Millisecond+1))*time.Millisecond
}

func (l *looks) wait() { l.running.Wait() }

func (l *looks) report() map[string]any {
	l.lock.Lock()
	defer l.lock.Unlock()
	return map[string]any{"opened": l.opened, "inUse": l.inUse, "most": l.most}
}
