import type { MessageEvent } from './log-lines.ts';

/** `Note: 1: 1321 2: C:\Go\bin\go.exe 3: 5`: the engine's own form of a message, field by field, in no language. */
const NOTE = /^Note: 1: (\d{4})(?= |$)/;
/** `DEBUG: Error 2755:  Internal Error 2755. 110, C:\go.msi`. */
const DEBUG = /^DEBUG: [^\d]{1,24}(\d{4}):/;
/** `Product: Go -- Error 1714. …`; the word differs by language, the number does not. */
const OF_PRODUCT = /^[^\s:]{1,24} ?: .{1,200}? -- ([^\d:]{1,32}) ?(\d{4})(?:[.:。]|\s)/u;
/** `Error 1303. …`, `Info 1603.The file …`, `Erreur 1714 …`. */
const NUMBERED = /^(\p{L}[^\d:.]{0,31}?) ?(\d{4})(?:[.:。]|\s)/u;
/** Words for "error" and "information" in the languages of Windows, for numbers that no full stop follows. */
const ERROR_WORD =
  /^(?:internal )?(?:error|erreur|fehler|errore|erro|fout|fel|feil|fejl|virhe|błąd|chyba|hiba|hata|eroare|ошибка|エラー|错误|錯誤|오류)/iu;
const INFO_WORD = /^(?:info|inform|warn|avert|advert|avviso|情報|信息|資訊|警告|정보|сведения)/iu;

/** Noise: fields that every log has, whatever became of the installation. */
const NOISE = new Set([1707, 1708, 1709, 1728, 1729, 2205, 2228, 2262, 2318, 2727, 2898]);

const SYSTEM_ERROR =
  /(?:system error|systemfehler|erreur syst[èe]me|error del? sistema|errore di sistema|erro d[eo] sistema|systeemfout|systemfel|системная ошибка|システム ?エラー|系统错误|系統錯誤|시스템 오류)[^\d]{0,4}(\d{1,5})/iu;
/** `The error code is 2755. The arguments are: 110, C:\go.msi, `. */
const ARGUMENTS = /(?:arguments are|Internal Error \d{4}\.)[: ]{1,2}(\d{1,5}),/;
const QUOTED_PATH = /['"«„“]((?:[A-Za-z]:\\|\\\\)[^'"«»“”]{1,400})['"»“”]/u;
const HELD = /The file (.{1,400}?) is being (?:held in use|used)/i;
const HOLDER = /: ([^:,]{1,120}), [^:,]{1,24}: ?(\d{1,10})(?:, [^:,]{1,40}: ?'([^']{0,200})')?/u;

/** Reads a numbered message, in words or as a Note; undefined where the line is none, or is one that every log has. */
export function readMessage(body: string): MessageEvent | undefined {
  const note = body.startsWith('Note: ') ? NOTE.exec(body)?.[1] : undefined;
  if (note !== undefined) return readNote(body, Number(note));
  const debug = body.startsWith('DEBUG: ') ? DEBUG.exec(body)?.[1] : undefined;
  if (debug !== undefined) return readWords('error', Number(debug), body.slice(7));
  // A digit within the first characters, or none of the two forms fits.
  const head = body.slice(0, 280);
  if (!/\d{4}/.test(head)) return undefined;
  const found = OF_PRODUCT.exec(head) ?? NUMBERED.exec(head);
  if (!found) return undefined;
  const [, word = '', number] = found;
  const stopped = /[.:。]$/u.test(found[0]);
  const info = INFO_WORD.test(word);
  if (!info && !ERROR_WORD.test(word) && (!stopped || /\s.*\s/u.test(word.trim()))) return undefined;
  return readWords(info ? 'info' : 'error', Number(number), body);
}

function readNote(body: string, code: number): MessageEvent | undefined {
  const fields = body
    .slice('Note: 1: 1234'.length)
    .split(/ \d{1,2}: /, 9)
    .slice(1);
  if (NOISE.has(code)) return undefined;
  if (code === 1402 && /\\Installer\\Rollback\\Scripts/i.test(body)) return undefined;
  if (code === 2203 && /inprogressinstallinfo\.ipi/i.test(body)) return undefined;
  const values = fields.map((field) => field.trim());
  const number = values.find((value) => /^\d{1,5}$/.test(value) && value !== '0');
  return {
    kind: 'message',
    severity: 'note',
    code,
    win32: number === undefined ? undefined : Number(number),
    path: values.find((value) => value.includes('\\')),
    text: body,
  };
}

function readWords(severity: 'error' | 'info', code: number, text: string): MessageEvent | undefined {
  if (code < 1000 || code > 2999) return undefined;
  const number = (SYSTEM_ERROR.exec(text) ?? ARGUMENTS.exec(text))?.[1];
  const held = code === 1603 ? HOLDER.exec(text) : null;
  return {
    kind: 'message',
    severity: code === 1603 || code === 1902 || code === 1903 ? 'info' : severity,
    code,
    win32: number === undefined ? undefined : Number(number),
    // 1902 renames one file to another: what changes at the restart is the second.
    path: HELD.exec(text)?.[1] ?? pathIn(code === 1902 ? secondPath(text) : text),
    text,
    ...(held && {
      holder: { name: (held[1] ?? '').trim(), pid: Number(held[2]), windowTitle: titleOf(held[3]) },
    }),
  };
}

/**
 * The first Windows path in a sentence. Paths have spaces and full stops, so its end is a guess: the sentence's own end, or the next one's
 * beginning.
 */
function pathIn(text: string): string | undefined {
  const quoted = QUOTED_PATH.exec(text)?.[1];
  if (quoted !== undefined) return quoted;
  const start = text.search(/(?:\b[A-Za-z]:\\|\\\\\w)/);
  if (start < 0) return undefined;
  const rest = text.slice(start, start + 400);
  const end = rest.search(
    /[<>|"'*?]|[.,;:。、]+(?:\s|$)|\s{2}|\s\p{Ll}{2,12} (?:\p{Ll}{2,12} |[A-Za-z]:\\)/u,
  );
  const path = (end < 0 ? rest : rest.slice(0, end)).trim();
  return path === '' ? undefined : path;
}

/** The rest of a sentence from its second path on; the whole sentence where it has one alone. */
function secondPath(text: string): string {
  const [first, second] = text.matchAll(/\b[A-Za-z]:\\/g);
  return second === undefined || first === undefined ? text : text.slice(second.index);
}

/** The engine writes `(not determined yet)` where it did not look for a window. */
function titleOf(title: string | undefined): string | undefined {
  return title === undefined || title === '' || title === '(not determined yet)' ? undefined : title;
}
