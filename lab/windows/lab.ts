/** Says one line of progress; the caller adds the time. */
export type Say = (line: string) => void;

/** Why there is no Windows here, and what the user can do about it. Not a defect of the lab. */
export class LabError extends Error {
  override readonly name = 'LabError';
  readonly remedy: string;

  /** @param remedy what to do: a sentence or a command line */
  constructor(message: string, remedy: string, cause?: unknown) {
    super(`${message} ${remedy}`, cause === undefined ? undefined : { cause });
    this.remedy = remedy;
  }
}

/** Environment variables by name, as Windows holds them (names differ by more than case). */
export type Environment = Readonly<Record<string, string>>;

/** How a Windows program is started. */
export interface SpawnOptions {
  /** The whole environment of the process; nothing is inherited. */
  readonly env: Environment;
  /** Windows path of the working directory; C:\ where left out. */
  readonly cwd?: string;
  /** Host path; appended to, created where missing. */
  readonly stdoutFile: string;
  /** Host path; the same file as stdout where left out, in the order of writing. */
  readonly stderrFile?: string;
}

/** What is known of a process that has ended. */
export interface ProcessEnd {
  /** The exit code; null when a signal of the host ended it. Under Wine only its lowest 8 bits arrive. */
  readonly exitCode: number | null;
  /** The signal of the host that ended it. */
  readonly signal: string | null;
  readonly wallMs: number;
  /** Largest resident size of the process itself, in bytes, sampled every 50 ms; undefined where the host can't tell. */
  readonly peakBytes: number | undefined;
}

/** A running Windows process. */
export interface WindowsProcess {
  /** The process of the host that is the Windows process itself, not a wrapper. */
  readonly pid: number;
  /** Ends that process at once, as TerminateProcess would; its children live on. */
  kill(signal?: NodeJS.Signals): void;
  /** Settles when the process has ended; never rejects. */
  readonly exited: Promise<ProcessEnd>;
}

/** A finished process and what it wrote. */
export interface RunResult extends ProcessEnd {
  readonly stdout: string;
  readonly stderr: string;
}

/** A directory of its own on drive C. */
export interface Scratch {
  readonly host: string;
  readonly windows: string;
}

/** Windows on this machine: the real one, or Wine with a prefix. */
export interface WindowsLab {
  readonly kind: 'wine' | 'windows';
  /** One line for people: which Windows, which Wine. */
  readonly description: string;
  /** Windows path of node.exe. */
  readonly node: string;
  /** Host path of the directory that is C:\. */
  readonly driveC: string;
  /** Windows variables that every process of this machine has (SystemRoot, USERPROFILE, …), PATH included. */
  readonly baseEnvironment: Environment;
  /** @throws LabError for a path on a drive that the host does not have */
  toHost(windowsPath: string): string;
  toWindows(hostPath: string): string;
  /**
   * Starts a Windows program; its stdin is empty. stdout and stderr are files because node.exe under Wine fails on pipes.
   * @param exe Windows path of the program
   */
  spawn(exe: string, args: readonly string[], options: SpawnOptions): WindowsProcess;
  /** Runs a Windows program to its end and returns what it wrote (UTF-8, or UTF-16 where it wrote that). */
  run(
    exe: string,
    args: readonly string[],
    options?: Partial<Pick<SpawnOptions, 'env' | 'cwd'>>,
  ): Promise<RunResult>;
  /** An empty directory below C:\lab, removed by {@link WindowsLab.dispose}. */
  newScratch(name: string): Promise<Scratch>;
  /** Removes this lab's scratch directories and lets go of Wine, which ends some seconds after its last user. */
  dispose(): Promise<void>;
}
