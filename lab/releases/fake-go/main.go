// A stand-in for go.exe: a real Windows program that answers `go version` and `go env`. `go build` and `go test` build and test nothing; they
// say which go was to do it. `go hold READY STOP FILE…` runs until
// there is a file STOP, so that somebody's go.exe is in use, and nobody else can open the FILEs; READY gets its process id.
// What version it is, it reads from the VERSION file of its own tree, as Go does. A file SABOTAGE beside VERSION makes it
// misbehave: "lie" (another version), "fail" (exit code 3), "blocked" (Windows' exit code for what a policy forbids), "hang" (no
// answer for ten minutes), "no-build" (go build fails as with a damaged compiler), "slow" (go build takes three
// seconds), "stuck" (go build waits ten minutes for a program that it has started, as for a compiler). Where LAB_GO_GATE names a file, `go version` makes that file with `.asked` at its end and goes on when there is
// one with `.open`: before it reads VERSION, or, where LAB_GO_GATE_AT is "end", right before it answers.
package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

func main() {
	executable, err := os.Executable()
	if err != nil {
		die(1, "made-up go: "+err.Error())
	}
	root := filepath.Dir(filepath.Dir(executable))
	asked := len(os.Args) > 1 && os.Args[1] == "version"
	late := os.Getenv("LAB_GO_GATE_AT") == "end"
	if asked && !late {
		waitAtGate()
	}
	version := firstLine(filepath.Join(root, "VERSION"))
	if version == "" {
		die(2, "go: cannot find GOROOT directory: 'go' binary is trimmed and GOROOT is not set")
	}
	switch firstLine(filepath.Join(root, "SABOTAGE")) {
	case "lie":
		version = "go1.0.1"
	case "fail":
		die(3, "made-up go: sabotaged")
	case "blocked":
		die(1260, "")
	case "hang":
		time.Sleep(10 * time.Minute)
	}
	arguments := os.Args[1:]
	if len(arguments) > 0 && arguments[0] == "build" {
		switch firstLine(filepath.Join(root, "SABOTAGE")) {
		case "no-build":
			die(1, "# runtime\nmade-up go: the compiler is damaged")
		case "slow":
			time.Sleep(3 * time.Second)
		case "stuck":
			exec.Command(executable, "doze").Run()
		}
	}
	switch {
	case asked:
		if late {
			waitAtGate()
		}
		say("go version " + version + " " + runtime.GOOS + "/" + runtime.GOARCH)
	case len(arguments) > 0 && arguments[0] == "env":
		printEnvironment(arguments[1:], variables(root, version))
	case len(arguments) > 0 && (arguments[0] == "build" || arguments[0] == "test"):
		say("made-up " + version + ": " + strings.Join(arguments, " "))
	case len(arguments) > 0 && arguments[0] == "doze":
		time.Sleep(10 * time.Minute)
	case len(arguments) >= 3 && arguments[0] == "hold":
		hold(arguments[1], arguments[2], arguments[3:])
	default:
		die(2, "made-up go: knows only version, env, build and test, not "+strings.Join(arguments, " "))
	}
}

func waitAtGate() {
	gate := os.Getenv("LAB_GO_GATE")
	if gate == "" {
		return
	}
	os.WriteFile(gate+".asked", nil, 0o666)
	for {
		if _, err := os.Stat(gate + ".open"); err == nil {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
}

type variable struct{ name, value string }

func variables(root, version string) []variable {
	home := os.Getenv("USERPROFILE")
	gopath := or(os.Getenv("GOPATH"), filepath.Join(home, "go"))
	return []variable{
		{"GOARCH", or(os.Getenv("GOARCH"), runtime.GOARCH)},
		{"GOBIN", os.Getenv("GOBIN")},
		{"GOCACHE", or(os.Getenv("GOCACHE"), filepath.Join(os.Getenv("LOCALAPPDATA"), "go-build"))},
		{"GOEXE", ".exe"},
		{"GOFLAGS", os.Getenv("GOFLAGS")},
		{"GOHOSTARCH", runtime.GOARCH},
		{"GOHOSTOS", runtime.GOOS},
		{"GOMODCACHE", or(os.Getenv("GOMODCACHE"), filepath.Join(gopath, "pkg", "mod"))},
		{"GOOS", or(os.Getenv("GOOS"), runtime.GOOS)},
		{"GOPATH", gopath},
		{"GOPROXY", or(os.Getenv("GOPROXY"), "direct")},
		{"GOROOT", or(os.Getenv("GOROOT"), root)},
		{"GOTOOLCHAIN", or(os.Getenv("GOTOOLCHAIN"), "auto")},
		{"GOVERSION", version},
	}
}

func printEnvironment(names []string, all []variable) {
	if len(names) == 0 {
		for _, v := range all {
			say("set " + v.name + "=" + v.value)
		}
		return
	}
	for _, name := range names {
		value := ""
		for _, v := range all {
			if v.name == name {
				value = v.value
			}
		}
		say(value)
	}
}

func firstLine(file string) string {
	text, err := os.ReadFile(file)
	if err != nil {
		return ""
	}
	line, _, _ := strings.Cut(string(text), "\n")
	return strings.TrimSpace(line)
}

func or(value, fallback string) string {
	if value != "" {
		return value
	}
	return fallback
}

func say(line string) {
	os.Stdout.WriteString(line + "\n")
}

func die(code int, message string) {
	os.Stderr.WriteString(message + "\n")
	os.Exit(code)
}
