// A stand-in for powershell.exe where there is none: it knows the scripts of src/windows/holder-scripts.ts, and answers them from the real
// table of processes, as PowerShell would. Command lines it does not tell, and
// Restart Manager it does not have: nobody holds a file, it says. Any other script gets no answer.
package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"time"
	"unicode/utf16"
)

type arguments struct {
	Directories []string
	Self        int
	Name        string
	WaitMs      int
	Processes   []struct {
		Pid     int
		Started string
	}
}

func main() {
	var asked arguments
	json.Unmarshal([]byte(os.Getenv("SETUP_GO_WIN_ARGS")), &asked)
	script := scriptOf(os.Args)
	switch {
	case strings.Contains(script, ".Kill()"):
		say(stop(asked))
	case strings.Contains(script, "RmGetList"):
		say(nil)
	case strings.Contains(script, "$hidden"):
		say(runningFrom(asked))
	}
}

func scriptOf(args []string) string {
	for i, arg := range args[:len(args)-1] {
		if arg != "-EncodedCommand" {
			continue
		}
		bytes, _ := base64.StdEncoding.DecodeString(args[i+1])
		units := make([]uint16, len(bytes)/2)
		for j := range units {
			units[j] = uint16(bytes[2*j]) | uint16(bytes[2*j+1])<<8
		}
		return string(utf16.Decode(units))
	}
	return ""
}

func say(value any) {
	text, _ := json.Marshal(map[string]any{"value": value})
	fmt.Println(string(text))
}

type fact = map[string]any

func runningFrom(asked arguments) []fact {
	before := snapshot()
	var found []process
	hidden := 0
	for _, p := range before {
		if p.path == "" {
			hidden++
		} else if inside(p.path, asked.Directories) {
			found = append(found, p)
		}
	}
	facts := []fact{{"hidden": hidden}}
	if len(found) == 0 {
		return facts
	}
	time.Sleep(time.Second)
	after := snapshot()
	for _, p := range found {
		one := fact{"pid": p.pid, "name": p.name, "path": p.path, "parent": p.parent}
		parent, there := before[p.parent]
		one["parentThere"] = there
		if there {
			one["parentName"], one["parentStarted"] = parent.name, parent.startedText()
		}
		one["started"], one["since"] = p.startedText(), p.since()
		one["cpu"], one["io"] = work(before, p.pid)
		one["cpuLater"], one["ioLater"] = work(after, p.pid)
		facts = append(facts, one)
	}
	return facts
}

// work of a process and all that it started.
func work(all map[int]process, pid int) (cpu, io uint64) {
	seen := map[int]bool{}
	for queue := []int{pid}; len(queue) > 0; queue = queue[1:] {
		p, there := all[queue[0]]
		if !there || seen[p.pid] {
			continue
		}
		seen[p.pid] = true
		cpu, io = cpu+p.cpu, io+p.io
		for _, child := range all {
			if child.parent == p.pid && child.started >= p.started {
				queue = append(queue, child.pid)
			}
		}
	}
	return cpu, io
}

func inside(path string, directories []string) bool {
	for _, directory := range directories {
		top := strings.ToLower(strings.TrimRight(directory, `\`) + `\`)
		if strings.HasPrefix(strings.ToLower(path), top) {
			return true
		}
	}
	return false
}

func stop(asked arguments) []fact {
	all := snapshot()
	own := map[int]bool{}
	for _, start := range []int{os.Getpid(), asked.Self} {
		for pid := start; !own[pid]; pid = all[pid].parent {
			own[pid] = true
		}
	}
	end := time.Now().Add(time.Duration(asked.WaitMs) * time.Millisecond)
	var facts []fact
	for _, one := range asked.Processes {
		outcome := "own"
		if !own[one.Pid] {
			outcome = stopOne(one.Pid, one.Started, asked.Directories, end)
		}
		facts = append(facts, fact{"pid": one.Pid, "outcome": outcome})
	}
	return facts
}
