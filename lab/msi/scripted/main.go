// A real Windows program that plays a scenario: it is put in the place of msiexec.exe, powershell.exe or whoami.exe, and does on each
// call what C:\lab\<its name>.json says. Every call is recorded in C:\lab\<its name>\ before anything else.
package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// Exit codes of its own, which no installer has.
const (
	exitNoScenario = 90001
	exitNoStep     = 90002
)

// What Windows' own installer says when it can't write its log.
const exitLogError = 1622

type step struct {
	When      string
	Times     *int
	ExitCode  *uint32
	Log       string
	LineDelay int
	Stdout    string
	Stderr    string
	Delay     int
	WaitFor   string
	Run       []string
	Real      bool
}

type call struct {
	Number      int       `json:"number"`
	CommandLine string    `json:"commandLine"`
	Script      string    `json:"script,omitempty"`
	Environment []string  `json:"environment"`
	Cwd         string    `json:"cwd"`
	Pid         int       `json:"pid"`
	StartedAt   time.Time `json:"startedAt"`
}

func main() {
	name := programName()
	home := `C:\lab\` + name
	os.MkdirAll(home, 0o777)
	this := record(home)
	chosen := choose(home, this)
	code := play(chosen, this)
	end, _ := json.Marshal(map[string]uint32{"exitCode": code})
	os.WriteFile(filepath.Join(home, numbered("end", this.Number)), end, 0o666)
	os.Exit(int(code))
}

func programName() string {
	executable, err := os.Executable()
	if err != nil {
		os.Exit(exitNoScenario)
	}
	return strings.ToLower(strings.TrimSuffix(filepath.Base(executable), filepath.Ext(executable)))
}

// choose takes the first step that fits this call and is not used up.
func choose(home string, this call) step {
	var scenario struct{ Steps []step }
	text, err := os.ReadFile(home + ".json")
	if err != nil || json.Unmarshal(text, &scenario) != nil {
		os.Exit(exitNoScenario)
	}
	for index, candidate := range scenario.Steps {
		if !strings.Contains(this.CommandLine, candidate.When) && !strings.Contains(this.Script, candidate.When) {
			continue
		}
		if candidate.Times == nil || claim(home, index, *candidate.Times) {
			return candidate
		}
	}
	os.Exit(exitNoStep)
	return step{}
}

func play(chosen step, this call) uint32 {
	if chosen.Log != "" && !writeLog(logPath(this.CommandLine), chosen.Log, chosen.LineDelay) {
		return exitLogError
	}
	os.Stdout.WriteString(chosen.Stdout)
	os.Stderr.WriteString(chosen.Stderr)
	time.Sleep(time.Duration(chosen.Delay) * time.Millisecond)
	for chosen.WaitFor != "" {
		if _, err := os.Stat(chosen.WaitFor); err == nil {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	for _, line := range chosen.Run {
		run(`C:\windows\system32\cmd.exe`, `cmd.exe /d /s /c "`+line+`"`)
	}
	var code uint32
	if chosen.Real {
		code = runReal(this.CommandLine)
	}
	if chosen.ExitCode != nil {
		code = *chosen.ExitCode
	}
	return code
}

// runReal starts the program whose place this one has taken, with the very same command line.
func runReal(commandLine string) uint32 {
	executable, _ := os.Executable()
	directory, name := filepath.Split(executable)
	return run(filepath.Join(directory, "real", name), commandLine)
}

func run(program, commandLine string) uint32 {
	command := exec.Command(program)
	command.SysProcAttr = &syscall.SysProcAttr{CmdLine: commandLine}
	command.Stdout, command.Stderr = os.Stdout, os.Stderr
	command.Run()
	if command.ProcessState == nil {
		return exitNoScenario
	}
	return uint32(command.ProcessState.ExitCode())
}
