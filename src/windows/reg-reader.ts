/** Goes through the text of a registry file, piece by piece; patterns are sticky. */
export class Reader {
  readonly #text: string;
  #at: number;
  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at < 0 ? text.length : at;
  }

  get ended(): boolean {
    return this.#at >= this.#text.length;
  }

  at(text: string): boolean {
    return this.#text.startsWith(text, this.#at);
  }

  take(pattern: RegExp, group = 1): string | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match === null) return undefined;
    this.#at = pattern.lastIndex;
    return match[group] ?? '';
  }

  skip(pattern: RegExp): boolean {
    return this.take(pattern, 0) !== undefined;
  }

  expect(pattern: RegExp): void {
    if (!this.skip(pattern)) this.fail();
  }

  /** Text in quotes, which may go over lines; a quote and a backslash in it stand behind a backslash. */
  quoted(): string {
    const inner = this.take(/"((?:[^"\\]|\\[\s\S])*)"/y) ?? this.fail();
    return inner.replace(/\\([\s\S])/g, '$1');
  }

  /** The rest of the line, and the next lines while they end in a backslash. */
  continuedLine(): string {
    const start = this.#at;
    let line: string;
    do {
      const end = this.#text.indexOf('\n', this.#at);
      line = this.#text.slice(this.#at, end < 0 ? undefined : end).trimEnd();
      this.#at = end < 0 ? this.#text.length : end + 1;
    } while (line.endsWith('\\') && !this.ended);
    return this.#text.slice(start, this.#at);
  }

  fail(): never {
    const line = this.#text.slice(0, this.#at).split('\n').length;
    throw new SyntaxError(`line ${line} of a registry file is not understood`);
  }
}
