import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 9379:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const ANY = Symbol('SemVer ANY')
// hoisted class for cyclic dependency
class Comparator {
  static get ANY () {
    return ANY
  }

  constructor (comp, options) {
    options = parseOptions(options)

    if (comp instanceof Comparator) {
      if (comp.loose === !!options.loose) {
        return comp
      } else {
        comp = comp.value
      }
    }

    comp = comp.trim().split(/\s+/).join(' ')
    debug('comparator', comp, options)
    this.options = options
    this.loose = !!options.loose
    this.parse(comp)

    if (this.semver === ANY) {
      this.value = ''
    } else {
      this.value = this.operator + this.semver.version
    }

    debug('comp', this)
  }

  parse (comp) {
    const r = this.options.loose ? re[t.COMPARATORLOOSE] : re[t.COMPARATOR]
    const m = comp.match(r)

    if (!m) {
      throw new TypeError(`Invalid comparator: ${comp}`)
    }

    this.operator = m[1] !== undefined ? m[1] : ''
    if (this.operator === '=') {
      this.operator = ''
    }

    // if it literally is just '>' or '' then allow anything.
    if (!m[2]) {
      this.semver = ANY
    } else {
      this.semver = new SemVer(m[2], this.options.loose)
    }
  }

  toString () {
    return this.value
  }

  test (version) {
    debug('Comparator.test', version, this.options.loose)

    if (this.semver === ANY || version === ANY) {
      return true
    }

    if (typeof version === 'string') {
      try {
        version = new SemVer(version, this.options)
      } catch (er) {
        return false
      }
    }

    return cmp(version, this.operator, this.semver, this.options)
  }

  intersects (comp, options) {
    if (!(comp instanceof Comparator)) {
      throw new TypeError('a Comparator is required')
    }

    if (this.operator === '') {
      if (this.value === '') {
        return true
      }
      return new Range(comp.value, options).test(this.value)
    } else if (comp.operator === '') {
      if (comp.value === '') {
        return true
      }
      return new Range(this.value, options).test(comp.semver)
    }

    options = parseOptions(options)

    // Special cases where nothing can possibly be lower
    if (options.includePrerelease &&
      (this.value === '<0.0.0-0' || comp.value === '<0.0.0-0')) {
      return false
    }
    if (!options.includePrerelease &&
      (this.value.startsWith('<0.0.0') || comp.value.startsWith('<0.0.0'))) {
      return false
    }

    // Same direction increasing (> or >=)
    if (this.operator.startsWith('>') && comp.operator.startsWith('>')) {
      return true
    }
    // Same direction decreasing (< or <=)
    if (this.operator.startsWith('<') && comp.operator.startsWith('<')) {
      return true
    }
    // same SemVer and both sides are inclusive (<= or >=)
    if (
      (this.semver.version === comp.semver.version) &&
      this.operator.includes('=') && comp.operator.includes('=')) {
      return true
    }
    // opposite directions less than
    if (cmp(this.semver, '<', comp.semver, options) &&
      this.operator.startsWith('>') && comp.operator.startsWith('<')) {
      return true
    }
    // opposite directions greater than
    if (cmp(this.semver, '>', comp.semver, options) &&
      this.operator.startsWith('<') && comp.operator.startsWith('>')) {
      return true
    }
    return false
  }
}

module.exports = Comparator

const parseOptions = __nccwpck_require__(356)
const { safeRe: re, t } = __nccwpck_require__(5471)
const cmp = __nccwpck_require__(8646)
const debug = __nccwpck_require__(1159)
const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(6782)


/***/ }),

/***/ 6782:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SPACE_CHARACTERS = /\s+/g

// hoisted class for cyclic dependency
class Range {
  constructor (range, options) {
    options = parseOptions(options)

    if (range instanceof Range) {
      if (
        range.loose === !!options.loose &&
        range.includePrerelease === !!options.includePrerelease
      ) {
        return range
      } else {
        return new Range(range.raw, options)
      }
    }

    if (range instanceof Comparator) {
      // just put it in the set and return
      this.raw = range.value
      this.set = [[range]]
      this.formatted = undefined
      return this
    }

    this.options = options
    this.loose = !!options.loose
    this.includePrerelease = !!options.includePrerelease

    // First reduce all whitespace as much as possible so we do not have to rely
    // on potentially slow regexes like \s*. This is then stored and used for
    // future error messages as well.
    this.raw = range.trim().replace(SPACE_CHARACTERS, ' ')

    // First, split on ||
    this.set = this.raw
      .split('||')
      // map the range to a 2d array of comparators
      .map(r => this.parseRange(r.trim()))
      // throw out any comparator lists that are empty
      // this generally means that it was not a valid range, which is allowed
      // in loose mode, but will still throw if the WHOLE range is invalid.
      .filter(c => c.length)

    if (!this.set.length) {
      throw new TypeError(`Invalid SemVer Range: ${this.raw}`)
    }

    // if we have any that are not the null set, throw out null sets.
    if (this.set.length > 1) {
      // keep the first one, in case they're all null sets
      const first = this.set[0]
      this.set = this.set.filter(c => !isNullSet(c[0]))
      if (this.set.length === 0) {
        this.set = [first]
      } else if (this.set.length > 1) {
        // if we have any that are *, then the range is just *
        for (const c of this.set) {
          if (c.length === 1 && isAny(c[0])) {
            this.set = [c]
            break
          }
        }
      }
    }

    this.formatted = undefined
  }

  get range () {
    if (this.formatted === undefined) {
      this.formatted = ''
      for (let i = 0; i < this.set.length; i++) {
        if (i > 0) {
          this.formatted += '||'
        }
        const comps = this.set[i]
        for (let k = 0; k < comps.length; k++) {
          if (k > 0) {
            this.formatted += ' '
          }
          this.formatted += comps[k].toString().trim()
        }
      }
    }
    return this.formatted
  }

  format () {
    return this.range
  }

  toString () {
    return this.range
  }

  parseRange (range) {
    // strip build metadata so it can't bleed into the version
    range = range.replace(BUILDSTRIPRE, '')

    // memoize range parsing for performance.
    // this is a very hot path, and fully deterministic.
    const memoOpts =
      (this.options.includePrerelease && FLAG_INCLUDE_PRERELEASE) |
      (this.options.loose && FLAG_LOOSE)
    const memoKey = memoOpts + ':' + range
    const cached = cache.get(memoKey)
    if (cached) {
      return cached
    }

    const loose = this.options.loose
    // `1.2.3 - 1.2.4` => `>=1.2.3 <=1.2.4`
    const hr = loose ? re[t.HYPHENRANGELOOSE] : re[t.HYPHENRANGE]
    range = range.replace(hr, hyphenReplace(this.options.includePrerelease))
    debug('hyphen replace', range)

    // `> 1.2.3 < 1.2.5` => `>1.2.3 <1.2.5`
    range = trimComparatorWhitespace(range)
    debug('comparator trim', range)

    // `~ 1.2.3` => `~1.2.3`
    range = range.replace(re[t.TILDETRIM], tildeTrimReplace)
    debug('tilde trim', range)

    // `^ 1.2.3` => `^1.2.3`
    range = range.replace(re[t.CARETTRIM], caretTrimReplace)
    debug('caret trim', range)

    // At this point, the range is completely trimmed and
    // ready to be split into comparators.

    let rangeList = range
      .split(' ')
      .map(comp => parseComparator(comp, this.options))
      .join(' ')
      .split(/\s+/)
      // >=0.0.0 is equivalent to *
      .map(comp => replaceGTE0(comp, this.options))

    if (loose) {
      // in loose mode, throw out any that are not valid comparators
      rangeList = rangeList.filter(comp => {
        debug('loose invalid filter', comp, this.options)
        return !!comp.match(re[t.COMPARATORLOOSE])
      })
    }
    debug('range list', rangeList)

    // if any comparators are the null set, then replace with JUST null set
    // if more than one comparator, remove any * comparators
    // also, don't include the same comparator more than once
    const rangeMap = new Map()
    const comparators = rangeList.map(comp => new Comparator(comp, this.options))
    for (const comp of comparators) {
      if (isNullSet(comp)) {
        return [comp]
      }
      rangeMap.set(comp.value, comp)
    }
    if (rangeMap.size > 1 && rangeMap.has('')) {
      rangeMap.delete('')
    }

    const result = [...rangeMap.values()]
    cache.set(memoKey, result)
    return result
  }

  intersects (range, options) {
    if (!(range instanceof Range)) {
      throw new TypeError('a Range is required')
    }

    return this.set.some((thisComparators) => {
      return (
        isSatisfiable(thisComparators, options) &&
        range.set.some((rangeComparators) => {
          return (
            isSatisfiable(rangeComparators, options) &&
            thisComparators.every((thisComparator) => {
              return rangeComparators.every((rangeComparator) => {
                return thisComparator.intersects(rangeComparator, options)
              })
            })
          )
        })
      )
    })
  }

  // if ANY of the sets match ALL of its comparators, then pass
  test (version) {
    if (!version) {
      return false
    }

    if (typeof version === 'string') {
      try {
        version = new SemVer(version, this.options)
      } catch (er) {
        return false
      }
    }

    for (let i = 0; i < this.set.length; i++) {
      if (testSet(this.set[i], version, this.options)) {
        return true
      }
    }
    return false
  }
}

module.exports = Range

const LRU = __nccwpck_require__(1383)
const cache = new LRU()

const parseOptions = __nccwpck_require__(356)
const Comparator = __nccwpck_require__(9379)
const debug = __nccwpck_require__(1159)
const SemVer = __nccwpck_require__(7163)
const trimComparatorWhitespace = __nccwpck_require__(9737)
const {
  safeRe: re,
  src,
  t,
  tildeTrimReplace,
  caretTrimReplace,
} = __nccwpck_require__(5471)
const { FLAG_INCLUDE_PRERELEASE, FLAG_LOOSE } = __nccwpck_require__(5101)

// unbounded global build-metadata stripper used by parseRange
const BUILDSTRIPRE = new RegExp(src[t.BUILD], 'g')

const isNullSet = c => c.value === '<0.0.0-0'
const isAny = c => c.value === ''

// take a set of comparators and determine whether there
// exists a version which can satisfy it
const isSatisfiable = (comparators, options) => {
  let result = true
  const remainingComparators = comparators.slice()
  let testComparator = remainingComparators.pop()

  while (result && remainingComparators.length) {
    result = remainingComparators.every((otherComparator) => {
      return testComparator.intersects(otherComparator, options)
    })

    testComparator = remainingComparators.pop()
  }

  return result
}

// comprised of xranges, tildes, stars, and gtlt's at this point.
// already replaced the hyphen ranges
// turn into a set of JUST comparators.
const parseComparator = (comp, options) => {
  comp = comp.replace(re[t.BUILD], '')
  debug('comp', comp, options)
  comp = replaceCarets(comp, options)
  debug('caret', comp)
  comp = replaceTildes(comp, options)
  debug('tildes', comp)
  comp = replaceXRanges(comp, options)
  debug('xrange', comp)
  comp = replaceStars(comp, options)
  debug('stars', comp)
  return comp
}

const isX = id => !id || id.toLowerCase() === 'x' || id === '*'

const invalidXRangeOrder = (M, m, p) => (
  (isX(M) && !isX(m)) ||
  (isX(m) && p && !isX(p))
)

// ~, ~> --> * (any, kinda silly)
// ~2, ~2.x, ~2.x.x, ~>2, ~>2.x ~>2.x.x --> >=2.0.0 <3.0.0-0
// ~2.0, ~2.0.x, ~>2.0, ~>2.0.x --> >=2.0.0 <2.1.0-0
// ~1.2, ~1.2.x, ~>1.2, ~>1.2.x --> >=1.2.0 <1.3.0-0
// ~1.2.3, ~>1.2.3 --> >=1.2.3 <1.3.0-0
// ~1.2.0, ~>1.2.0 --> >=1.2.0 <1.3.0-0
// ~0.0.1 --> >=0.0.1 <0.1.0-0
const replaceTildes = (comp, options) => {
  return comp
    .trim()
    .split(/\s+/)
    .map((c) => replaceTilde(c, options))
    .join(' ')
}

const replaceTilde = (comp, options) => {
  const r = options.loose ? re[t.TILDELOOSE] : re[t.TILDE]
  // if we're including prereleases in the match, then the lower bound is
  // -0, the lowest possible prerelease value, just like x-ranges and carets.
  // this keeps `~1.2` equivalent to the `1.2.x` x-range it's documented as.
  const z = options.includePrerelease ? '-0' : ''
  return comp.replace(r, (_, M, m, p, pr) => {
    debug('tilde', comp, _, M, m, p, pr)
    let ret

    if (isX(M)) {
      ret = ''
    } else if (isX(m)) {
      ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`
    } else if (isX(p)) {
      // ~1.2 == >=1.2.0 <1.3.0-0
      ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`
    } else if (pr) {
      debug('replaceTilde pr', pr)
      ret = `>=${M}.${m}.${p}-${pr
      } <${M}.${+m + 1}.0-0`
    } else {
      // ~1.2.3 == >=1.2.3 <1.3.0-0
      ret = `>=${M}.${m}.${p
      } <${M}.${+m + 1}.0-0`
    }

    debug('tilde return', ret)
    return ret
  })
}

// ^ --> * (any, kinda silly)
// ^2, ^2.x, ^2.x.x --> >=2.0.0 <3.0.0-0
// ^2.0, ^2.0.x --> >=2.0.0 <3.0.0-0
// ^1.2, ^1.2.x --> >=1.2.0 <2.0.0-0
// ^1.2.3 --> >=1.2.3 <2.0.0-0
// ^1.2.0 --> >=1.2.0 <2.0.0-0
// ^0.0.1 --> >=0.0.1 <0.0.2-0
// ^0.1.0 --> >=0.1.0 <0.2.0-0
const replaceCarets = (comp, options) => {
  return comp
    .trim()
    .split(/\s+/)
    .map((c) => replaceCaret(c, options))
    .join(' ')
}

const replaceCaret = (comp, options) => {
  debug('caret', comp, options)
  const r = options.loose ? re[t.CARETLOOSE] : re[t.CARET]
  const z = options.includePrerelease ? '-0' : ''
  return comp.replace(r, (_, M, m, p, pr) => {
    debug('caret', comp, _, M, m, p, pr)
    let ret

    if (isX(M)) {
      ret = ''
    } else if (isX(m)) {
      ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`
    } else if (isX(p)) {
      if (M === '0') {
        ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`
      } else {
        ret = `>=${M}.${m}.0${z} <${+M + 1}.0.0-0`
      }
    } else if (pr) {
      debug('replaceCaret pr', pr)
      if (M === '0') {
        if (m === '0') {
          ret = `>=${M}.${m}.${p}-${pr
          } <${M}.${m}.${+p + 1}-0`
        } else {
          ret = `>=${M}.${m}.${p}-${pr
          } <${M}.${+m + 1}.0-0`
        }
      } else {
        ret = `>=${M}.${m}.${p}-${pr
        } <${+M + 1}.0.0-0`
      }
    } else {
      debug('no pr')
      if (M === '0') {
        if (m === '0') {
          ret = `>=${M}.${m}.${p
          } <${M}.${m}.${+p + 1}-0`
        } else {
          ret = `>=${M}.${m}.${p
          } <${M}.${+m + 1}.0-0`
        }
      } else {
        ret = `>=${M}.${m}.${p
        } <${+M + 1}.0.0-0`
      }
    }

    debug('caret return', ret)
    return ret
  })
}

const replaceXRanges = (comp, options) => {
  debug('replaceXRanges', comp, options)
  return comp
    .split(/\s+/)
    .map((c) => replaceXRange(c, options))
    .join(' ')
}

const replaceXRange = (comp, options) => {
  comp = comp.trim()
  const r = options.loose ? re[t.XRANGELOOSE] : re[t.XRANGE]
  return comp.replace(r, (ret, gtlt, M, m, p, pr) => {
    debug('xRange', comp, ret, gtlt, M, m, p, pr)
    if (invalidXRangeOrder(M, m, p)) {
      return comp
    }

    const xM = isX(M)
    const xm = xM || isX(m)
    const xp = xm || isX(p)
    const anyX = xp

    if (gtlt === '=' && anyX) {
      gtlt = ''
    }

    // if we're including prereleases in the match, then we need
    // to fix this to -0, the lowest possible prerelease value
    pr = options.includePrerelease ? '-0' : ''

    if (xM) {
      if (gtlt === '>' || gtlt === '<') {
        // nothing is allowed
        ret = '<0.0.0-0'
      } else {
        // nothing is forbidden
        ret = '*'
      }
    } else if (gtlt && anyX) {
      // we know patch is an x, because we have any x at all.
      // replace X with 0
      if (xm) {
        m = 0
      }
      p = 0

      if (gtlt === '>') {
        // >1 => >=2.0.0
        // >1.2 => >=1.3.0
        gtlt = '>='
        if (xm) {
          M = +M + 1
          m = 0
          p = 0
        } else {
          m = +m + 1
          p = 0
        }
      } else if (gtlt === '<=') {
        // <=0.7.x is actually <0.8.0, since any 0.7.x should
        // pass.  Similarly, <=7.x is actually <8.0.0, etc.
        gtlt = '<'
        if (xm) {
          M = +M + 1
        } else {
          m = +m + 1
        }
      }

      if (gtlt === '<') {
        pr = '-0'
      }

      ret = `${gtlt + M}.${m}.${p}${pr}`
    } else if (xm) {
      ret = `>=${M}.0.0${pr} <${+M + 1}.0.0-0`
    } else if (xp) {
      ret = `>=${M}.${m}.0${pr
      } <${M}.${+m + 1}.0-0`
    }

    debug('xRange return', ret)

    return ret
  })
}

// Because * is AND-ed with everything else in the comparator,
// and '' means "any version", just remove the *s entirely.
const replaceStars = (comp, options) => {
  debug('replaceStars', comp, options)
  // Looseness is ignored here.  star is always as loose as it gets!
  return comp
    .trim()
    .replace(re[t.STAR], '')
}

const replaceGTE0 = (comp, options) => {
  debug('replaceGTE0', comp, options)
  return comp
    .trim()
    .replace(re[options.includePrerelease ? t.GTE0PRE : t.GTE0], '')
}

// This function is passed to string.replace(re[t.HYPHENRANGE])
// M, m, patch, prerelease, build
// 1.2 - 3.4.5 => >=1.2.0 <=3.4.5
// 1.2.3 - 3.4 => >=1.2.0 <3.5.0-0 Any 3.4.x will do
// 1.2 - 3.4 => >=1.2.0 <3.5.0-0
// TODO build?
const hyphenReplace = incPr => ($0,
  from, fM, fm, fp, fpr, fb,
  to, tM, tm, tp, tpr) => {
  if (isX(fM)) {
    from = ''
  } else if (isX(fm)) {
    from = `>=${fM}.0.0${incPr ? '-0' : ''}`
  } else if (isX(fp)) {
    from = `>=${fM}.${fm}.0${incPr ? '-0' : ''}`
  } else if (fpr) {
    from = `>=${from}`
  } else {
    from = `>=${from}${incPr ? '-0' : ''}`
  }

  if (isX(tM)) {
    to = ''
  } else if (isX(tm)) {
    to = `<${+tM + 1}.0.0-0`
  } else if (isX(tp)) {
    to = `<${tM}.${+tm + 1}.0-0`
  } else if (tpr) {
    to = `<=${tM}.${tm}.${tp}-${tpr}`
  } else if (incPr) {
    to = `<${tM}.${tm}.${+tp + 1}-0`
  } else {
    to = `<=${to}`
  }

  return `${from} ${to}`.trim()
}

const testSet = (set, version, options) => {
  for (let i = 0; i < set.length; i++) {
    if (!set[i].test(version)) {
      return false
    }
  }

  if (version.prerelease.length && !options.includePrerelease) {
    // Find the set of versions that are allowed to have prereleases
    // For example, ^1.2.3-pr.1 desugars to >=1.2.3-pr.1 <2.0.0
    // That should allow `1.2.3-pr.2` to pass.
    // However, `1.2.4-alpha.notready` should NOT be allowed,
    // even though it's within the range set by the comparators.
    for (let i = 0; i < set.length; i++) {
      debug(set[i].semver)
      if (set[i].semver === Comparator.ANY) {
        continue
      }

      if (set[i].semver.prerelease.length > 0) {
        const allowed = set[i].semver
        if (allowed.major === version.major &&
            allowed.minor === version.minor &&
            allowed.patch === version.patch) {
          return true
        }
      }
    }

    // Version has a -pre, but it's not one of the ones we like.
    return false
  }

  return true
}


/***/ }),

/***/ 7163:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const debug = __nccwpck_require__(1159)
const { MAX_LENGTH, MAX_SAFE_INTEGER } = __nccwpck_require__(5101)
const { safeRe: re, t } = __nccwpck_require__(5471)

const parseOptions = __nccwpck_require__(356)
const { compareIdentifiers } = __nccwpck_require__(3348)

const isPrereleaseIdentifier = (prerelease, identifier) => {
  const identifiers = identifier.split('.')
  if (identifiers.length > prerelease.length) {
    return false
  }

  for (let i = 0; i < identifiers.length; i++) {
    if (compareIdentifiers(prerelease[i], identifiers[i]) !== 0) {
      return false
    }
  }

  return true
}

class SemVer {
  constructor (version, options) {
    options = parseOptions(options)

    if (version instanceof SemVer) {
      if (version.loose === !!options.loose &&
        version.includePrerelease === !!options.includePrerelease) {
        return version
      } else {
        version = version.version
      }
    } else if (typeof version !== 'string') {
      throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`)
    }

    if (version.length > MAX_LENGTH) {
      throw new TypeError(
        `version is longer than ${MAX_LENGTH} characters`
      )
    }

    debug('SemVer', version, options)
    this.options = options
    this.loose = !!options.loose
    // this isn't actually relevant for versions, but keep it so that we
    // don't run into trouble passing this.options around.
    this.includePrerelease = !!options.includePrerelease

    const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL])

    if (!m) {
      throw new TypeError(`Invalid Version: ${version}`)
    }

    this.raw = version

    // these are actually numbers
    this.major = +m[1]
    this.minor = +m[2]
    this.patch = +m[3]

    if (this.major > MAX_SAFE_INTEGER || this.major < 0) {
      throw new TypeError('Invalid major version')
    }

    if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) {
      throw new TypeError('Invalid minor version')
    }

    if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) {
      throw new TypeError('Invalid patch version')
    }

    // numberify any prerelease numeric ids
    if (!m[4]) {
      this.prerelease = []
    } else {
      this.prerelease = m[4].split('.').map((id) => {
        if (/^[0-9]+$/.test(id)) {
          const num = +id
          if (num >= 0 && num < MAX_SAFE_INTEGER) {
            return num
          }
        }
        return id
      })
    }

    this.build = m[5] ? m[5].split('.') : []
    this.format()
  }

  format () {
    this.version = `${this.major}.${this.minor}.${this.patch}`
    if (this.prerelease.length) {
      this.version += `-${this.prerelease.join('.')}`
    }
    return this.version
  }

  toString () {
    return this.version
  }

  compare (other) {
    debug('SemVer.compare', this.version, this.options, other)
    if (!(other instanceof SemVer)) {
      if (typeof other === 'string' && other === this.version) {
        return 0
      }
      other = new SemVer(other, this.options)
    }

    if (other.version === this.version) {
      return 0
    }

    return this.compareMain(other) || this.comparePre(other)
  }

  compareMain (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    if (this.major < other.major) {
      return -1
    }
    if (this.major > other.major) {
      return 1
    }
    if (this.minor < other.minor) {
      return -1
    }
    if (this.minor > other.minor) {
      return 1
    }
    if (this.patch < other.patch) {
      return -1
    }
    if (this.patch > other.patch) {
      return 1
    }
    return 0
  }

  comparePre (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    // NOT having a prerelease is > having one
    if (this.prerelease.length && !other.prerelease.length) {
      return -1
    } else if (!this.prerelease.length && other.prerelease.length) {
      return 1
    } else if (!this.prerelease.length && !other.prerelease.length) {
      return 0
    }

    let i = 0
    do {
      const a = this.prerelease[i]
      const b = other.prerelease[i]
      debug('prerelease compare', i, a, b)
      if (a === undefined && b === undefined) {
        return 0
      } else if (b === undefined) {
        return 1
      } else if (a === undefined) {
        return -1
      } else if (a === b) {
        continue
      } else {
        return compareIdentifiers(a, b)
      }
    } while (++i)
  }

  compareBuild (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    let i = 0
    do {
      const a = this.build[i]
      const b = other.build[i]
      debug('build compare', i, a, b)
      if (a === undefined && b === undefined) {
        return 0
      } else if (b === undefined) {
        return 1
      } else if (a === undefined) {
        return -1
      } else if (a === b) {
        continue
      } else {
        return compareIdentifiers(a, b)
      }
    } while (++i)
  }

  // preminor will bump the version up to the next minor release, and immediately
  // down to pre-release. premajor and prepatch work the same way.
  inc (release, identifier, identifierBase) {
    if (release.startsWith('pre')) {
      if (!identifier && identifierBase === false) {
        throw new Error('invalid increment argument: identifier is empty')
      }
      // Avoid an invalid semver results
      if (identifier) {
        const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE])
        if (!match || match[1] !== identifier) {
          throw new Error(`invalid identifier: ${identifier}`)
        }
      }
    }

    switch (release) {
      case 'premajor':
        this.prerelease.length = 0
        this.patch = 0
        this.minor = 0
        this.major++
        this.inc('pre', identifier, identifierBase)
        break
      case 'preminor':
        this.prerelease.length = 0
        this.patch = 0
        this.minor++
        this.inc('pre', identifier, identifierBase)
        break
      case 'prepatch':
        // If this is already a prerelease, it will bump to the next version
        // drop any prereleases that might already exist, since they are not
        // relevant at this point.
        this.prerelease.length = 0
        this.inc('patch', identifier, identifierBase)
        this.inc('pre', identifier, identifierBase)
        break
      // If the input is a non-prerelease version, this acts the same as
      // prepatch.
      case 'prerelease':
        if (this.prerelease.length === 0) {
          this.inc('patch', identifier, identifierBase)
        }
        this.inc('pre', identifier, identifierBase)
        break
      case 'release':
        if (this.prerelease.length === 0) {
          throw new Error(`version ${this.raw} is not a prerelease`)
        }
        this.prerelease.length = 0
        break

      case 'major':
        // If this is a pre-major version, bump up to the same major version.
        // Otherwise increment major.
        // 1.0.0-5 bumps to 1.0.0
        // 1.1.0 bumps to 2.0.0
        if (
          this.minor !== 0 ||
          this.patch !== 0 ||
          this.prerelease.length === 0
        ) {
          this.major++
        }
        this.minor = 0
        this.patch = 0
        this.prerelease = []
        break
      case 'minor':
        // If this is a pre-minor version, bump up to the same minor version.
        // Otherwise increment minor.
        // 1.2.0-5 bumps to 1.2.0
        // 1.2.1 bumps to 1.3.0
        if (this.patch !== 0 || this.prerelease.length === 0) {
          this.minor++
        }
        this.patch = 0
        this.prerelease = []
        break
      case 'patch':
        // If this is not a pre-release version, it will increment the patch.
        // If it is a pre-release it will bump up to the same patch version.
        // 1.2.0-5 patches to 1.2.0
        // 1.2.0 patches to 1.2.1
        if (this.prerelease.length === 0) {
          this.patch++
        }
        this.prerelease = []
        break
      // This probably shouldn't be used publicly.
      // 1.0.0 'pre' would become 1.0.0-0 which is the wrong direction.
      case 'pre': {
        const base = Number(identifierBase) ? 1 : 0

        if (this.prerelease.length === 0) {
          this.prerelease = [base]
        } else {
          let i = this.prerelease.length
          while (--i >= 0) {
            if (typeof this.prerelease[i] === 'number') {
              this.prerelease[i]++
              i = -2
            }
          }
          if (i === -1) {
            // didn't increment anything
            if (identifier === this.prerelease.join('.') && identifierBase === false) {
              throw new Error('invalid increment argument: identifier already exists')
            }
            this.prerelease.push(base)
          }
        }
        if (identifier) {
          // 1.2.0-beta.1 bumps to 1.2.0-beta.2,
          // 1.2.0-beta.fooblz or 1.2.0-beta bumps to 1.2.0-beta.0
          let prerelease = [identifier, base]
          if (identifierBase === false) {
            prerelease = [identifier]
          }
          if (isPrereleaseIdentifier(this.prerelease, identifier)) {
            const prereleaseBase = this.prerelease[identifier.split('.').length]
            if (isNaN(prereleaseBase)) {
              this.prerelease = prerelease
            }
          } else {
            this.prerelease = prerelease
          }
        }
        break
      }
      default:
        throw new Error(`invalid increment argument: ${release}`)
    }
    this.raw = this.format()
    if (this.build.length) {
      this.raw += `+${this.build.join('.')}`
    }
    return this
  }
}

module.exports = SemVer


/***/ }),

/***/ 1799:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)
const clean = (version, options) => {
  const s = parse(version.trim().replace(/^[=v]+/, ''), options)
  return s ? s.version : null
}
module.exports = clean


/***/ }),

/***/ 8646:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const eq = __nccwpck_require__(5082)
const neq = __nccwpck_require__(4974)
const gt = __nccwpck_require__(6599)
const gte = __nccwpck_require__(1236)
const lt = __nccwpck_require__(3872)
const lte = __nccwpck_require__(6717)

const cmp = (a, op, b, loose) => {
  switch (op) {
    case '===':
      if (typeof a === 'object') {
        a = a.version
      }
      if (typeof b === 'object') {
        b = b.version
      }
      return a === b

    case '!==':
      if (typeof a === 'object') {
        a = a.version
      }
      if (typeof b === 'object') {
        b = b.version
      }
      return a !== b

    case '':
    case '=':
    case '==':
      return eq(a, b, loose)

    case '!=':
      return neq(a, b, loose)

    case '>':
      return gt(a, b, loose)

    case '>=':
      return gte(a, b, loose)

    case '<':
      return lt(a, b, loose)

    case '<=':
      return lte(a, b, loose)

    default:
      throw new TypeError(`Invalid operator: ${op}`)
  }
}
module.exports = cmp


/***/ }),

/***/ 5385:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const parse = __nccwpck_require__(6353)
const { safeRe: re, t } = __nccwpck_require__(5471)

const coerce = (version, options) => {
  if (version instanceof SemVer) {
    return version
  }

  if (typeof version === 'number') {
    version = String(version)
  }

  if (typeof version !== 'string') {
    return null
  }

  options = options || {}

  let match = null
  if (!options.rtl) {
    match = version.match(options.includePrerelease ? re[t.COERCEFULL] : re[t.COERCE])
  } else {
    // Find the right-most coercible string that does not share
    // a terminus with a more left-ward coercible string.
    // Eg, '1.2.3.4' wants to coerce '2.3.4', not '3.4' or '4'
    // With includePrerelease option set, '1.2.3.4-rc' wants to coerce '2.3.4-rc', not '2.3.4'
    //
    // Walk through the string checking with a /g regexp
    // Manually set the index so as to pick up overlapping matches.
    // Stop when we get a match that ends at the string end, since no
    // coercible string can be more right-ward without the same terminus.
    const coerceRtlRegex = options.includePrerelease ? re[t.COERCERTLFULL] : re[t.COERCERTL]
    let next
    while ((next = coerceRtlRegex.exec(version)) &&
        (!match || match.index + match[0].length !== version.length)
    ) {
      if (!match ||
            next.index + next[0].length !== match.index + match[0].length) {
        match = next
      }
      coerceRtlRegex.lastIndex = next.index + next[1].length + next[2].length
    }
    // leave it in a clean state
    coerceRtlRegex.lastIndex = -1
  }

  if (match === null) {
    return null
  }

  const major = match[2]
  const minor = match[3] || '0'
  const patch = match[4] || '0'
  const prerelease = options.includePrerelease && match[5] ? `-${match[5]}` : ''
  const build = options.includePrerelease && match[6] ? `+${match[6]}` : ''

  return parse(`${major}.${minor}.${patch}${prerelease}${build}`, options)
}
module.exports = coerce


/***/ }),

/***/ 7648:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const compareBuild = (a, b, loose) => {
  const versionA = new SemVer(a, loose)
  const versionB = new SemVer(b, loose)
  return versionA.compare(versionB) || versionA.compareBuild(versionB)
}
module.exports = compareBuild


/***/ }),

/***/ 6874:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const compareLoose = (a, b) => compare(a, b, true)
module.exports = compareLoose


/***/ }),

/***/ 8469:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const compare = (a, b, loose) =>
  new SemVer(a, loose).compare(new SemVer(b, loose))

module.exports = compare


/***/ }),

/***/ 711:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)

const diff = (version1, version2) => {
  const v1 = parse(version1, null, true)
  const v2 = parse(version2, null, true)
  const comparison = v1.compare(v2)

  if (comparison === 0) {
    return null
  }

  const v1Higher = comparison > 0
  const highVersion = v1Higher ? v1 : v2
  const lowVersion = v1Higher ? v2 : v1
  const highHasPre = !!highVersion.prerelease.length
  const lowHasPre = !!lowVersion.prerelease.length

  if (lowHasPre && !highHasPre) {
    // Going from prerelease -> no prerelease requires some special casing

    // If the low version has only a major, then it will always be a major
    // Some examples:
    // 1.0.0-1 -> 1.0.0
    // 1.0.0-1 -> 1.1.1
    // 1.0.0-1 -> 2.0.0
    if (!lowVersion.patch && !lowVersion.minor) {
      return 'major'
    }

    // If the main part has no difference
    if (lowVersion.compareMain(highVersion) === 0) {
      if (lowVersion.minor && !lowVersion.patch) {
        return 'minor'
      }
      return 'patch'
    }
  }

  // add the `pre` prefix if we are going to a prerelease version
  const prefix = highHasPre ? 'pre' : ''

  if (v1.major !== v2.major) {
    return prefix + 'major'
  }

  if (v1.minor !== v2.minor) {
    return prefix + 'minor'
  }

  if (v1.patch !== v2.patch) {
    return prefix + 'patch'
  }

  // high and low are prereleases
  return 'prerelease'
}

module.exports = diff


/***/ }),

/***/ 5082:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const eq = (a, b, loose) => compare(a, b, loose) === 0
module.exports = eq


/***/ }),

/***/ 6599:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const gt = (a, b, loose) => compare(a, b, loose) > 0
module.exports = gt


/***/ }),

/***/ 1236:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const gte = (a, b, loose) => compare(a, b, loose) >= 0
module.exports = gte


/***/ }),

/***/ 2338:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)

const inc = (version, release, options, identifier, identifierBase) => {
  if (typeof (options) === 'string') {
    identifierBase = identifier
    identifier = options
    options = undefined
  }

  try {
    return new SemVer(
      version instanceof SemVer ? version.version : version,
      options
    ).inc(release, identifier, identifierBase).version
  } catch (er) {
    return null
  }
}
module.exports = inc


/***/ }),

/***/ 3872:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const lt = (a, b, loose) => compare(a, b, loose) < 0
module.exports = lt


/***/ }),

/***/ 6717:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const lte = (a, b, loose) => compare(a, b, loose) <= 0
module.exports = lte


/***/ }),

/***/ 8511:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const major = (a, loose) => new SemVer(a, loose).major
module.exports = major


/***/ }),

/***/ 2603:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const minor = (a, loose) => new SemVer(a, loose).minor
module.exports = minor


/***/ }),

/***/ 4974:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const neq = (a, b, loose) => compare(a, b, loose) !== 0
module.exports = neq


/***/ }),

/***/ 6353:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const parse = (version, options, throwErrors = false) => {
  if (version instanceof SemVer) {
    return version
  }
  try {
    return new SemVer(version, options)
  } catch (er) {
    if (!throwErrors) {
      return null
    }
    throw er
  }
}

module.exports = parse


/***/ }),

/***/ 8756:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const patch = (a, loose) => new SemVer(a, loose).patch
module.exports = patch


/***/ }),

/***/ 5714:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)
const prerelease = (version, options) => {
  const parsed = parse(version, options)
  return (parsed && parsed.prerelease.length) ? parsed.prerelease : null
}
module.exports = prerelease


/***/ }),

/***/ 2173:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const rcompare = (a, b, loose) => compare(b, a, loose)
module.exports = rcompare


/***/ }),

/***/ 7192:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compareBuild = __nccwpck_require__(7648)
const rsort = (list, loose) => list.sort((a, b) => compareBuild(b, a, loose))
module.exports = rsort


/***/ }),

/***/ 8011:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)
const satisfies = (version, range, options) => {
  try {
    range = new Range(range, options)
  } catch (er) {
    return false
  }
  return range.test(version)
}
module.exports = satisfies


/***/ }),

/***/ 9872:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compareBuild = __nccwpck_require__(7648)
const sort = (list, loose) => list.sort((a, b) => compareBuild(a, b, loose))
module.exports = sort


/***/ }),

/***/ 6114:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)
const constants = __nccwpck_require__(5101)
const SemVer = __nccwpck_require__(7163)

const truncate = (version, truncation, options) => {
  if (!constants.RELEASE_TYPES.includes(truncation)) {
    return null
  }

  const clonedVersion = cloneInputVersion(version, options)
  return clonedVersion && doTruncation(clonedVersion, truncation)
}

const cloneInputVersion = (version, options) => {
  const versionStringToParse = (
    version instanceof SemVer ? version.version : version
  )

  return parse(versionStringToParse, options)
}

const doTruncation = (version, truncation) => {
  if (isPrerelease(truncation)) {
    return version.version
  }

  version.prerelease = []

  switch (truncation) {
    case 'major':
      version.minor = 0
      version.patch = 0
      break
    case 'minor':
      version.patch = 0
      break
  }

  return version.format()
}

const isPrerelease = (type) => {
  return type.startsWith('pre')
}

module.exports = truncate


/***/ }),

/***/ 8780:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)
const valid = (version, options) => {
  const v = parse(version, options)
  return v ? v.version : null
}
module.exports = valid


/***/ }),

/***/ 2088:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



// just pre-load all the stuff that index.js lazily exports
const internalRe = __nccwpck_require__(5471)
const constants = __nccwpck_require__(5101)
const SemVer = __nccwpck_require__(7163)
const identifiers = __nccwpck_require__(3348)
const parse = __nccwpck_require__(6353)
const valid = __nccwpck_require__(8780)
const clean = __nccwpck_require__(1799)
const inc = __nccwpck_require__(2338)
const diff = __nccwpck_require__(711)
const major = __nccwpck_require__(8511)
const minor = __nccwpck_require__(2603)
const patch = __nccwpck_require__(8756)
const prerelease = __nccwpck_require__(5714)
const compare = __nccwpck_require__(8469)
const rcompare = __nccwpck_require__(2173)
const compareLoose = __nccwpck_require__(6874)
const compareBuild = __nccwpck_require__(7648)
const sort = __nccwpck_require__(9872)
const rsort = __nccwpck_require__(7192)
const gt = __nccwpck_require__(6599)
const lt = __nccwpck_require__(3872)
const eq = __nccwpck_require__(5082)
const neq = __nccwpck_require__(4974)
const gte = __nccwpck_require__(1236)
const lte = __nccwpck_require__(6717)
const cmp = __nccwpck_require__(8646)
const coerce = __nccwpck_require__(5385)
const truncate = __nccwpck_require__(6114)
const Comparator = __nccwpck_require__(9379)
const Range = __nccwpck_require__(6782)
const satisfies = __nccwpck_require__(8011)
const toComparators = __nccwpck_require__(4750)
const maxSatisfying = __nccwpck_require__(3193)
const minSatisfying = __nccwpck_require__(8595)
const minVersion = __nccwpck_require__(1866)
const validRange = __nccwpck_require__(4737)
const outside = __nccwpck_require__(280)
const gtr = __nccwpck_require__(2276)
const ltr = __nccwpck_require__(5213)
const intersects = __nccwpck_require__(3465)
const simplifyRange = __nccwpck_require__(2028)
const subset = __nccwpck_require__(3870)
module.exports = {
  parse,
  valid,
  clean,
  inc,
  diff,
  major,
  minor,
  patch,
  prerelease,
  compare,
  rcompare,
  compareLoose,
  compareBuild,
  sort,
  rsort,
  gt,
  lt,
  eq,
  neq,
  gte,
  lte,
  cmp,
  coerce,
  truncate,
  Comparator,
  Range,
  satisfies,
  toComparators,
  maxSatisfying,
  minSatisfying,
  minVersion,
  validRange,
  outside,
  gtr,
  ltr,
  intersects,
  simplifyRange,
  subset,
  SemVer,
  re: internalRe.re,
  src: internalRe.src,
  tokens: internalRe.t,
  SEMVER_SPEC_VERSION: constants.SEMVER_SPEC_VERSION,
  RELEASE_TYPES: constants.RELEASE_TYPES,
  compareIdentifiers: identifiers.compareIdentifiers,
  rcompareIdentifiers: identifiers.rcompareIdentifiers,
}


/***/ }),

/***/ 5101:
/***/ ((module) => {



// Note: this is the semver.org version of the spec that it implements
// Not necessarily the package version of this code.
const SEMVER_SPEC_VERSION = '2.0.0'

const MAX_LENGTH = 256
const MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER ||
/* istanbul ignore next */ 9007199254740991

// Max safe segment length for coercion.
const MAX_SAFE_COMPONENT_LENGTH = 16

// Max safe length for a build identifier. The max length minus 6 characters for
// the shortest version with a build 0.0.0+BUILD.
const MAX_SAFE_BUILD_LENGTH = MAX_LENGTH - 6

// ECMAScript whitespace and line terminators matched by \s.
const WHITESPACE_CHARACTERS = [
  '\t',
  '\n',
  '\v',
  '\f',
  '\r',
  ' ',
  '\u00a0',
  '\u1680',
  '\u2000',
  '\u2001',
  '\u2002',
  '\u2003',
  '\u2004',
  '\u2005',
  '\u2006',
  '\u2007',
  '\u2008',
  '\u2009',
  '\u200a',
  '\u2028',
  '\u2029',
  '\u202f',
  '\u205f',
  '\u3000',
  '\ufeff',
]

const RELEASE_TYPES = [
  'major',
  'premajor',
  'minor',
  'preminor',
  'patch',
  'prepatch',
  'prerelease',
]

module.exports = {
  MAX_LENGTH,
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_SAFE_INTEGER,
  WHITESPACE_CHARACTERS,
  RELEASE_TYPES,
  SEMVER_SPEC_VERSION,
  FLAG_INCLUDE_PRERELEASE: 0b001,
  FLAG_LOOSE: 0b010,
}


/***/ }),

/***/ 1159:
/***/ ((module) => {



const debug = (
  typeof process === 'object' &&
  process.env &&
  process.env.NODE_DEBUG &&
  /\bsemver\b/i.test(process.env.NODE_DEBUG)
) ? (...args) => console.error('SEMVER', ...args)
  : () => {}

module.exports = debug


/***/ }),

/***/ 3348:
/***/ ((module) => {



const numeric = /^[0-9]+$/
const compareIdentifiers = (a, b) => {
  if (typeof a === 'number' && typeof b === 'number') {
    return a === b ? 0 : a < b ? -1 : 1
  }

  const anum = numeric.test(a)
  const bnum = numeric.test(b)

  if (anum && bnum) {
    a = +a
    b = +b
  }

  return a === b ? 0
    : (anum && !bnum) ? -1
    : (bnum && !anum) ? 1
    : a < b ? -1
    : 1
}

const rcompareIdentifiers = (a, b) => compareIdentifiers(b, a)

module.exports = {
  compareIdentifiers,
  rcompareIdentifiers,
}


/***/ }),

/***/ 1383:
/***/ ((module) => {



class LRUCache {
  constructor () {
    this.max = 1000
    this.map = new Map()
  }

  get (key) {
    const value = this.map.get(key)
    if (value === undefined) {
      return undefined
    } else {
      // Remove the key from the map and add it to the end
      this.map.delete(key)
      this.map.set(key, value)
      return value
    }
  }

  delete (key) {
    return this.map.delete(key)
  }

  set (key, value) {
    const deleted = this.delete(key)

    if (!deleted && value !== undefined) {
      // If cache is full, delete the least recently used item
      if (this.map.size >= this.max) {
        const firstKey = this.map.keys().next().value
        this.delete(firstKey)
      }

      this.map.set(key, value)
    }

    return this
  }
}

module.exports = LRUCache


/***/ }),

/***/ 356:
/***/ ((module) => {



// parse out just the options we care about
const looseOption = Object.freeze({ loose: true })
const emptyOpts = Object.freeze({ })
const parseOptions = options => {
  if (!options) {
    return emptyOpts
  }

  if (typeof options !== 'object') {
    return looseOption
  }

  return options
}
module.exports = parseOptions


/***/ }),

/***/ 5471:
/***/ ((module, exports, __nccwpck_require__) => {



const {
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_LENGTH,
} = __nccwpck_require__(5101)
const debug = __nccwpck_require__(1159)
exports = module.exports = {}

// The actual regexps go on exports.re
const re = exports.re = []
const safeRe = exports.safeRe = []
const src = exports.src = []
const safeSrc = exports.safeSrc = []
const t = exports.t = {}
let R = 0

const LETTERDASHNUMBER = '[a-zA-Z0-9-]'

// Replace some greedy regex tokens to prevent regex dos issues. These regex are
// used internally via the safeRe object since all inputs in this library get
// normalized first to trim and collapse all extra whitespace. The original
// regexes are exported for userland consumption and lower level usage. A
// future breaking change could export the safer regex only with a note that
// all input should have extra whitespace removed.
const safeRegexReplacements = [
  ['\\s', 1],
  ['\\d', MAX_LENGTH],
  [LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH],
]

const makeSafeRegex = (value) => {
  for (const [token, max] of safeRegexReplacements) {
    value = value
      .split(`${token}*`).join(`${token}{0,${max}}`)
      .split(`${token}+`).join(`${token}{1,${max}}`)
  }
  return value
}

const createToken = (name, value, isGlobal) => {
  const safe = makeSafeRegex(value)
  const index = R++
  debug(name, index, value)
  t[name] = index
  src[index] = value
  safeSrc[index] = safe
  re[index] = new RegExp(value, isGlobal ? 'g' : undefined)
  safeRe[index] = new RegExp(safe, isGlobal ? 'g' : undefined)
}

// The following Regular Expressions can be used for tokenizing,
// validating, and parsing SemVer version strings.

// ## Numeric Identifier
// A single `0`, or a non-zero digit followed by zero or more digits.

createToken('NUMERICIDENTIFIER', '0|[1-9]\\d*')
createToken('NUMERICIDENTIFIERLOOSE', '\\d+')

// ## Non-numeric Identifier
// Zero or more digits, followed by a letter or hyphen, and then zero or
// more letters, digits, or hyphens.

createToken('NONNUMERICIDENTIFIER', `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`)

// ## Main Version
// Three dot-separated numeric identifiers.

createToken('MAINVERSION', `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})`)

createToken('MAINVERSIONLOOSE', `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})`)

// ## Pre-release Version Identifier
// A numeric identifier, or a non-numeric identifier.
// Non-numeric identifiers include numeric identifiers but can be longer.
// Therefore non-numeric identifiers must go first.

createToken('PRERELEASEIDENTIFIER', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIER]})`)

createToken('PRERELEASEIDENTIFIERLOOSE', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIERLOOSE]})`)

// ## Pre-release Version
// Hyphen, followed by one or more dot-separated pre-release version
// identifiers.

createToken('PRERELEASE', `(?:-(${src[t.PRERELEASEIDENTIFIER]
}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`)

createToken('PRERELEASELOOSE', `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]
}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`)

// ## Build Metadata Identifier
// Any combination of digits, letters, or hyphens.

createToken('BUILDIDENTIFIER', `${LETTERDASHNUMBER}+`)

// ## Build Metadata
// Plus sign, followed by one or more period-separated build metadata
// identifiers.

createToken('BUILD', `(?:\\+(${src[t.BUILDIDENTIFIER]
}(?:\\.${src[t.BUILDIDENTIFIER]})*))`)

// ## Full Version String
// A main version, followed optionally by a pre-release version and
// build metadata.

// Note that the only major, minor, patch, and pre-release sections of
// the version string are capturing groups.  The build metadata is not a
// capturing group, because it should not ever be used in version
// comparison.

createToken('FULLPLAIN', `v?${src[t.MAINVERSION]
}${src[t.PRERELEASE]}?${
  src[t.BUILD]}?`)

createToken('FULL', `^${src[t.FULLPLAIN]}$`)

// like full, but allows v1.2.3 and =1.2.3, which people do sometimes.
// also, 1.0.0alpha1 (prerelease without the hyphen) which is pretty
// common in the npm registry.
createToken('LOOSEPLAIN', `[v=\\s]*${src[t.MAINVERSIONLOOSE]
}${src[t.PRERELEASELOOSE]}?${
  src[t.BUILD]}?`)

createToken('LOOSE', `^${src[t.LOOSEPLAIN]}$`)

createToken('GTLT', '((?:<|>)?=?)')

// Something like "2.*" or "1.2.x".
// Note that "x.x" is a valid xRange identifier, meaning "any version"
// Only the first item is strictly required.
createToken('XRANGEIDENTIFIERLOOSE', `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`)
createToken('XRANGEIDENTIFIER', `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`)

createToken('XRANGEPLAIN', `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:\\.(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:\\.(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:${src[t.PRERELEASE]})?${
                     src[t.BUILD]}?` +
                   `)?)?`)

createToken('XRANGEPLAINLOOSE', `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:${src[t.PRERELEASELOOSE]})?${
                          src[t.BUILD]}?` +
                        `)?)?`)

createToken('XRANGE', `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`)
createToken('XRANGELOOSE', `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`)

// Coercion.
// Extract anything that could conceivably be a part of a valid semver
createToken('COERCEPLAIN', `${'(^|[^\\d])' +
              '(\\d{1,'}${MAX_SAFE_COMPONENT_LENGTH}})` +
              `(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?` +
              `(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`)
createToken('COERCE', `${src[t.COERCEPLAIN]}(?:$|[^\\d])`)
createToken('COERCEFULL', src[t.COERCEPLAIN] +
              `(?:${src[t.PRERELEASE]})?` +
              `(?:${src[t.BUILD]})?` +
              `(?:$|[^\\d])`)
createToken('COERCERTL', src[t.COERCE], true)
createToken('COERCERTLFULL', src[t.COERCEFULL], true)

// Tilde ranges.
// Meaning is "reasonably at or greater than"
createToken('LONETILDE', '(?:~>?)')

createToken('TILDETRIM', `(\\s*)${src[t.LONETILDE]}\\s+`, true)
exports.tildeTrimReplace = '$1~'

createToken('TILDE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`)
createToken('TILDELOOSE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`)

// Caret ranges.
// Meaning is "at least and backwards compatible with"
createToken('LONECARET', '(?:\\^)')

createToken('CARETTRIM', `(\\s*)${src[t.LONECARET]}\\s+`, true)
exports.caretTrimReplace = '$1^'

createToken('CARET', `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`)
createToken('CARETLOOSE', `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`)

// A simple gt/lt/eq thing, or just "" to indicate "any version"
createToken('COMPARATORLOOSE', `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`)
createToken('COMPARATOR', `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`)

// An expression to strip any whitespace between the gtlt and the thing
// it modifies, so that `> 1.2.3` ==> `>1.2.3`
createToken('COMPARATORTRIM', `(\\s*)${src[t.GTLT]
}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true)
exports.comparatorTrimReplace = '$1$2$3'

// Something like `1.2.3 - 1.2.4`
// Note that these all use the loose form, because they'll be
// checked against either the strict or loose comparator form
// later.
createToken('HYPHENRANGE', `^\\s*(${src[t.XRANGEPLAIN]})` +
                   `\\s+-\\s+` +
                   `(${src[t.XRANGEPLAIN]})` +
                   `\\s*$`)

createToken('HYPHENRANGELOOSE', `^\\s*(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s+-\\s+` +
                        `(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s*$`)

// Star ranges basically just allow anything at all.
createToken('STAR', '(<|>)?=?\\s*\\*')
// >=0.0.0 is like a star
createToken('GTE0', '^\\s*>=\\s*0\\.0\\.0\\s*$')
createToken('GTE0PRE', '^\\s*>=\\s*0\\.0\\.0-0\\s*$')


/***/ }),

/***/ 9737:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

// @ts-check


// Reproduce safeRe[COMPARATORTRIM] replacement boundaries, not version
// validation. Each end-index finder returns an exclusive end, or its start
// on no match.
// Positions count from zero. An end of 3 means characters 0, 1, and 2 were read;
// range.slice(start, end) gives the matched text, not a converted number.
const {
  MAX_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  WHITESPACE_CHARACTERS,
} = __nccwpck_require__(5101)

/**
 * Remembers the last two rows of digits so their characters need not be reread.
 * Positions start at -1 until a row has been found.
 *
 * @typedef {object} DigitRunCache
 * @property {number} start The first character of the most recently found row.
 * @property {number} end The position after that row's last character.
 * @property {number} previousStart The first character of the previous row.
 * @property {number} previousEnd The position after the previous row.
 */

// One entry per UTF-16 code unit keeps membership checks constant-time.
const whitespace = new Uint8Array(0x10000)
for (const char of WHITESPACE_CHARACTERS) {
  whitespace[char.charCodeAt(0)] = 1
}

/**
 * Checks whether a character is whitespace, like a space, tab, or newline.
 * Looking past the end of the string returns false.
 *
 * @param {string|undefined} char One character, or undefined past the string's end.
 * @returns {boolean} Whether the character is whitespace.
 * @example isWhitespace(' ') // true
 * @example isWhitespace('1') // false
 */
const isWhitespace = char =>
  char !== undefined && whitespace[char.charCodeAt(0)] === 1

/**
 * Checks for v, =, or whitespace before the version number.
 * These are historical version prefixes, not range operators:
 * < and > are handled separately, as are tilde and caret ranges.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether the character can belong to a version prefix.
 * @example isVersionPrefix('=') // true
 * @example isVersionPrefix('>') // false
 */
const isVersionPrefix = char =>
  char === 'v' ||
  char === '=' ||
  isWhitespace(char)

/**
 * Checks whether a character is one of the digits 0 through 9.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether the character is an ASCII digit.
 * @example isDigit('7') // true
 * @example isDigit('.') // false
 */
const isDigit = char => char !== undefined && char >= '0' && char <= '9'

/**
 * Checks whether a character is an English letter, uppercase or lowercase.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether the character is an ASCII letter.
 * @example isLetter('b') // true
 * @example isLetter('7') // false
 */
const isLetter = char =>
  char !== undefined && (
    (char >= 'a' && char <= 'z') ||
    (char >= 'A' && char <= 'Z')
  )

/**
 * Checks for a letter, digit, or hyphen: the characters allowed inside
 * prerelease and build names such as beta-1.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether the character can be part of an identifier.
 * @example isIdentifierCharacter('-') // true
 * @example isIdentifierCharacter('.') // false; dots separate identifiers
 */
const isIdentifierCharacter = char => isDigit(char) || isLetter(char) || char === '-'

/**
 * Checks whether a version component can begin here: with a digit or
 * a wildcard such as x, X, or *.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether a number or wildcard can start with this character.
 * @example isVersionStart('x') // true
 * @example isVersionStart('v') // false; v belongs to the prefix
 */
const isVersionStart = char =>
  isDigit(char) ||
  char === 'x' ||
  char === 'X' ||
  char === '*'

/**
 * Finds the end of a row of digits, but returns no more than limit digits.
 * Remembers the last two rows so looking at them again does not reread them.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position of the first character to check.
 * @param {number} limit The most digit characters the returned match can include.
 * @param {DigitRunCache} digitRuns Shared cache of digit-run positions, updated in place.
 * @returns {number} The position after the matched digits, or start if none match.
 * @example findDigitsEndIndex('123abc', 0, 10, digitRuns) // 3, pointing at a
 * @example findDigitsEndIndex('123abc', 0, 2, digitRuns) // 2, pointing at the unread 3
 */
const findDigitsEndIndex = (range, start, limit, digitRuns) => {
  if (!isDigit(range[start])) {
    return start
  }
  if (start >= digitRuns.start && start < digitRuns.end) {
    return Math.min(start + limit, digitRuns.end)
  }
  if (start >= digitRuns.previousStart && start < digitRuns.previousEnd) {
    return Math.min(start + limit, digitRuns.previousEnd)
  }
  let end = start + 1
  while (isDigit(range[end])) {
    end++
  }
  // A failed full version can rewind from its second run to its first.
  digitRuns.previousStart = digitRuns.start
  digitRuns.previousEnd = digitRuns.end
  digitRuns.start = start
  digitRuns.end = end
  return Math.min(start + limit, end)
}

/**
 * Reads a number using the old regex's length and leading-zero rules.
 * Strict mode reads just the first zero in 012; loose mode can read all three.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the number should begin.
 * @param {boolean} loose Whether to allow leading zeros.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the matched digits, not their numeric value.
 * @example findVersionNumberEndIndex('012', 0, false, digitRuns) // 1
 * @example findVersionNumberEndIndex('012', 0, true, digitRuns) // 3
 */
const findVersionNumberEndIndex = (range, start, loose, digitRuns) => {
  if (!loose && range[start] === '0') {
    return start + 1
  }
  // Strict syntax allows an initial nonzero digit plus MAX_LENGTH digits.
  return findDigitsEndIndex(range, start, loose ? MAX_LENGTH : MAX_LENGTH + 1, digitRuns)
}

/**
 * Reads one piece of a prerelease name, such as beta or 1 in beta.1.
 * Tries the letter-or-hyphen form first, then the number-only form.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the identifier should begin.
 * @param {boolean} loose Whether numeric identifiers may have leading zeros.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the identifier, or start if none matches.
 * @example findPrereleaseIdentifierEndIndex('beta.1', 0, false, digitRuns) // 4, at the dot
 * @example findPrereleaseIdentifierEndIndex('001beta', 0, false, digitRuns) // 7
 */
const findPrereleaseIdentifierEndIndex = (range, start, loose, digitRuns) => {
  const digitsEnd = findDigitsEndIndex(range, start, MAX_LENGTH, digitRuns)
  // The legacy regex tries a nonnumeric identifier before a numeric one.
  if (isLetter(range[digitsEnd]) || range[digitsEnd] === '-') {
    let end = digitsEnd + 1
    const limit = end + MAX_SAFE_BUILD_LENGTH
    while (end < limit && isIdentifierCharacter(range[end])) {
      end++
    }
    return end
  }
  return findVersionNumberEndIndex(range, start, loose, digitRuns)
}

/**
 * Reads a prerelease suffix such as -beta.1, one dot-separated piece at a time.
 * Loose mode also allows the name without its opening hyphen.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the suffix should begin, including -.
 * @param {boolean} loose Whether the opening hyphen is optional and zeros allowed.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the matched suffix, or start if absent.
 * @example findPrereleaseEndIndex('-beta.1+sha', 0, false, digitRuns) // 7, at the plus
 * @example findPrereleaseEndIndex('beta', 0, false, digitRuns) // 0; no opening hyphen
 */
const findPrereleaseEndIndex = (range, start, loose, digitRuns) => {
  const hyphen = range[start] === '-'
  if (!loose && !hyphen) {
    return start
  }
  const identifierStart = start + (hyphen ? 1 : 0)
  let end = findPrereleaseIdentifierEndIndex(range, identifierStart, loose, digitRuns)
  if (end === identifierStart) {
    if (!loose || !hyphen) {
      return start
    }
    // In loose syntax, a lone hyphen can itself be the identifier.
    end = findPrereleaseIdentifierEndIndex(range, start, loose, digitRuns)
  }
  while (range[end] === '.') {
    const next = findPrereleaseIdentifierEndIndex(range, end + 1, loose, digitRuns)
    if (next === end + 1) {
      break
    }
    end = next
  }
  return end
}

/**
 * Reads one build-name piece, such as sha or 123 in +sha.123.
 * Stops at a disallowed character or the old regex's length limit.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the identifier should begin.
 * @returns {number} The position after the identifier, or start if none matches.
 * @example findBuildIdentifierEndIndex('sha.123', 0) // 3, at the dot
 * @example findBuildIdentifierEndIndex('001', 0) // 3; leading zeros are allowed
 */
const findBuildIdentifierEndIndex = (range, start) => {
  let end = start
  while (end - start < MAX_SAFE_BUILD_LENGTH && isIdentifierCharacter(range[end])) {
    end++
  }
  return end
}

/**
 * Reads optional build metadata such as +sha.123.
 * Leaves the position unchanged if there is no plus sign followed by a name.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the opening + should be.
 * @returns {number} The position after the matched metadata, or start if absent.
 * @example findBuildEndIndex('+sha.123 <2', 0) // 8, at the space
 * @example findBuildEndIndex('+', 0) // 0; a plus sign alone is not a match
 */
const findBuildEndIndex = (range, start) => {
  if (range[start] !== '+') {
    return start
  }
  let end = findBuildIdentifierEndIndex(range, start + 1)
  if (end === start + 1) {
    return start
  }
  while (range[end] === '.') {
    const next = findBuildIdentifierEndIndex(range, end + 1)
    if (next === end + 1) {
      break
    }
    end = next
  }
  return end
}

/**
 * Reads three numbers separated by dots, then any prerelease and build suffixes.
 * Uses loose rules, so forms such as 01.02.03beta can match here.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position of the first number, after any prefix.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the version match, or start if none matches.
 * @example findLooseFullVersionEndIndex('1.2.3-beta+sha <2', 0, digitRuns) // 14
 * @example findLooseFullVersionEndIndex('1.2', 0, digitRuns) // 0; needs three numbers
 */
const findLooseFullVersionEndIndex = (range, start, digitRuns) => {
  let end = start
  for (let component = 0; component < 3; component++) {
    const next = findVersionNumberEndIndex(range, end, true, digitRuns)
    if (next === end) {
      return start
    }
    end = next
    if (component < 2) {
      if (range[end] !== '.') {
        return start
      }
      end++
    }
  }
  const prereleaseEnd = findPrereleaseEndIndex(range, end, true, digitRuns)
  return findBuildEndIndex(range, prereleaseEnd)
}

/**
 * Reads one component of a partial or wildcard version, such as 2 or x in 2.x.
 * Numbers use strict leading-zero rules; wildcards take up one character.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the component should begin.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the component, or start if none matches.
 * @example findPartialVersionComponentEndIndex('2.x', 0, digitRuns) // 1, at the dot
 * @example findPartialVersionComponentEndIndex('2.x', 2, digitRuns) // 3, after x
 */
const findPartialVersionComponentEndIndex = (range, start, digitRuns) => {
  if (isDigit(range[start])) {
    return findVersionNumberEndIndex(range, start, false, digitRuns)
  }
  return isVersionStart(range[start]) ? start + 1 : start
}

/**
 * Reads up to three components, allowing forms such as 1, 1.2, or 1.x.
 * After the third component, also reads any strict prerelease and build suffixes.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position of a number or wildcard, after any prefix.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the matched version text.
 * @example findPartialVersionEndIndex('1.x <2', 0, digitRuns) // 3, at the space
 * @example findPartialVersionEndIndex('1.', 0, digitRuns) // 1; the trailing dot is unread
 */
const findPartialVersionEndIndex = (range, start, digitRuns) => {
  let end = findPartialVersionComponentEndIndex(range, start, digitRuns)
  for (let component = 0; component < 2; component++) {
    if (range[end] !== '.') {
      return end
    }
    const next = findPartialVersionComponentEndIndex(range, end + 1, digitRuns)
    if (next === end + 1) {
      return end
    }
    end = next
  }
  const prereleaseEnd = findPrereleaseEndIndex(range, end, false, digitRuns)
  return findBuildEndIndex(range, prereleaseEnd)
}

/**
 * Finds where a version match ends, without deciding whether the range is valid.
 * Tries a loose full version first, then a partial or wildcard version, just
 * like the old regex's LOOSEPLAIN and XRANGEPLAIN alternatives.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position of a number or wildcard, after any prefix.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position where scanning the next candidate can resume.
 * @example findVersionEndIndex('1.2.3 <2', 0, digitRuns) // 5, at the space
 * @example findVersionEndIndex('1.x <2', 0, digitRuns) // 3, at the space
 */
const findVersionEndIndex = (range, start, digitRuns) => {
  const fullVersionEnd = findLooseFullVersionEndIndex(range, start, digitRuns)
  return fullVersionEnd !== start
    ? fullVersionEnd
    : findPartialVersionEndIndex(range, start, digitRuns)
}

/**
 * Finds the one whitespace character the old replacement would remove.
 * Keeps leading whitespace, skips an optional operator, and checks immediately
 * after it. Returns -1 if there is nothing to remove.
 *
 * @param {string} range The text containing a candidate already found by the caller.
 * @param {number} matchStart The candidate's position, including leading whitespace.
 * @returns {number} The position of the removable whitespace, or -1 if absent.
 * @example findRemovableWhitespaceIndex(' > 1', 0) // 2; keep the space at position 0
 * @example findRemovableWhitespaceIndex('>1', 0) // -1
 */
const findRemovableWhitespaceIndex = (range, matchStart) => {
  let position = matchStart
  if (isWhitespace(range[position])) {
    position++
  }
  if (range[position] === '<' || range[position] === '>') {
    position++
  }
  if (range[position] === '=') {
    position++
  }
  return isWhitespace(range[position]) ? position : -1
}

/**
 * Joins an operator to its version, turning > 1.2.3 into >1.2.3.
 * Copies everything else according to the old regex's matching rules.
 * Moves forward through prefixes and whole versions to avoid repeatedly
 * searching the same characters on long inputs.
 *
 * @param {string} range The range text to process; the original string is unchanged.
 * @returns {string} The range with matched operator whitespace removed.
 * @example trimComparatorWhitespace('> 1.2.3 < 2') // '>1.2.3 <2'
 * @example trimComparatorWhitespace('> invalid') // '> invalid'
 */
const trimComparatorWhitespace = range => {
  let result = ''
  let copyFrom = 0
  let cursor = 0
  const digitRuns = { start: -1, end: -1, previousStart: -1, previousEnd: -1 }

  while (cursor < range.length) {
    const matchStart = cursor
    if (range[cursor] === '<' || range[cursor] === '>') {
      cursor++
    } else if (!isVersionPrefix(range[cursor]) && !isVersionStart(range[cursor])) {
      cursor++
      continue
    }

    // Consume a v/=/whitespace run once, even when no version follows it.
    while (cursor < range.length && isVersionPrefix(range[cursor])) {
      cursor++
    }
    if (!isVersionStart(range[cursor])) {
      continue
    }

    const whitespacePosition = findRemovableWhitespaceIndex(range, matchStart)
    if (whitespacePosition !== -1) {
      result += range.slice(copyFrom, whitespacePosition)
      copyFrom = whitespacePosition + 1
    }

    // Skip the entire match, so a prerelease's trailing v cannot be
    // reconsidered as the prefix of another version.
    cursor = findVersionEndIndex(range, cursor, digitRuns)
  }

  return result + range.slice(copyFrom)
}

module.exports = trimComparatorWhitespace


/***/ }),

/***/ 2276:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



// Determine if version is greater than all the versions possible in the range.
const outside = __nccwpck_require__(280)
const gtr = (version, range, options) => outside(version, range, '>', options)
module.exports = gtr


/***/ }),

/***/ 3465:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)
const intersects = (r1, r2, options) => {
  r1 = new Range(r1, options)
  r2 = new Range(r2, options)
  return r1.intersects(r2, options)
}
module.exports = intersects


/***/ }),

/***/ 5213:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const outside = __nccwpck_require__(280)
// Determine if version is less than all the versions possible in the range
const ltr = (version, range, options) => outside(version, range, '<', options)
module.exports = ltr


/***/ }),

/***/ 3193:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(6782)

const maxSatisfying = (versions, range, options) => {
  let max = null
  let maxSV = null
  let rangeObj = null
  try {
    rangeObj = new Range(range, options)
  } catch (er) {
    return null
  }
  versions.forEach((v) => {
    if (rangeObj.test(v)) {
      // satisfies(v, range, options)
      if (!max || maxSV.compare(v) === -1) {
        // compare(max, v, true)
        max = v
        maxSV = new SemVer(max, options)
      }
    }
  })
  return max
}
module.exports = maxSatisfying


/***/ }),

/***/ 8595:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(6782)
const minSatisfying = (versions, range, options) => {
  let min = null
  let minSV = null
  let rangeObj = null
  try {
    rangeObj = new Range(range, options)
  } catch (er) {
    return null
  }
  versions.forEach((v) => {
    if (rangeObj.test(v)) {
      // satisfies(v, range, options)
      if (!min || minSV.compare(v) === 1) {
        // compare(min, v, true)
        min = v
        minSV = new SemVer(min, options)
      }
    }
  })
  return min
}
module.exports = minSatisfying


/***/ }),

/***/ 1866:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(6782)
const gt = __nccwpck_require__(6599)

const minVersion = (range, loose) => {
  range = new Range(range, loose)

  let minver = new SemVer('0.0.0')
  if (range.test(minver)) {
    return minver
  }

  minver = new SemVer('0.0.0-0')
  if (range.test(minver)) {
    return minver
  }

  minver = null
  for (let i = 0; i < range.set.length; ++i) {
    const comparators = range.set[i]

    let setMin = null
    comparators.forEach((comparator) => {
      // Clone to avoid manipulating the comparator's semver object.
      const compver = new SemVer(comparator.semver.version)
      switch (comparator.operator) {
        case '>':
          if (compver.prerelease.length === 0) {
            compver.patch++
          } else {
            compver.prerelease.push(0)
          }
          compver.raw = compver.format()
          /* fallthrough */
        case '':
        case '>=':
          if (!setMin || gt(compver, setMin)) {
            setMin = compver
          }
          break
        case '<':
        case '<=':
          /* Ignore maximum versions */
          break
        /* istanbul ignore next */
        default:
          throw new Error(`Unexpected operation: ${comparator.operator}`)
      }
    })
    if (setMin && (!minver || gt(minver, setMin))) {
      minver = setMin
    }
  }

  if (minver && range.test(minver)) {
    return minver
  }

  return null
}
module.exports = minVersion


/***/ }),

/***/ 280:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Comparator = __nccwpck_require__(9379)
const { ANY } = Comparator
const Range = __nccwpck_require__(6782)
const satisfies = __nccwpck_require__(8011)
const gt = __nccwpck_require__(6599)
const lt = __nccwpck_require__(3872)
const lte = __nccwpck_require__(6717)
const gte = __nccwpck_require__(1236)

const outside = (version, range, hilo, options) => {
  version = new SemVer(version, options)
  range = new Range(range, options)

  let gtfn, ltefn, ltfn, comp, ecomp
  switch (hilo) {
    case '>':
      gtfn = gt
      ltefn = lte
      ltfn = lt
      comp = '>'
      ecomp = '>='
      break
    case '<':
      gtfn = lt
      ltefn = gte
      ltfn = gt
      comp = '<'
      ecomp = '<='
      break
    default:
      throw new TypeError('Must provide a hilo val of "<" or ">"')
  }

  // If it satisfies the range it is not outside
  if (satisfies(version, range, options)) {
    return false
  }

  // From now on, variable terms are as if we're in "gtr" mode.
  // but note that everything is flipped for the "ltr" function.

  for (let i = 0; i < range.set.length; ++i) {
    const comparators = range.set[i]

    let high = null
    let low = null

    comparators.forEach((comparator) => {
      if (comparator.semver === ANY) {
        comparator = new Comparator('>=0.0.0')
      }
      high = high || comparator
      low = low || comparator
      if (gtfn(comparator.semver, high.semver, options)) {
        high = comparator
      } else if (ltfn(comparator.semver, low.semver, options)) {
        low = comparator
      }
    })

    // If the edge version comparator has a operator then our version
    // isn't outside it
    if (high.operator === comp || high.operator === ecomp) {
      return false
    }

    // If the lowest version comparator has an operator and our version
    // is less than it then it isn't higher than the range
    if ((!low.operator || low.operator === comp) &&
        ltefn(version, low.semver)) {
      return false
    } else if (low.operator === ecomp && ltfn(version, low.semver)) {
      return false
    }
  }
  return true
}

module.exports = outside


/***/ }),

/***/ 2028:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



// given a set of versions and a range, create a "simplified" range
// that includes the same versions that the original range does
// If the original range is shorter than the simplified one, return that.
const satisfies = __nccwpck_require__(8011)
const compare = __nccwpck_require__(8469)
module.exports = (versions, range, options) => {
  const set = []
  let first = null
  let prev = null
  const v = versions.sort((a, b) => compare(a, b, options))
  for (const version of v) {
    const included = satisfies(version, range, options)
    if (included) {
      prev = version
      if (!first) {
        first = version
      }
    } else {
      if (prev) {
        set.push([first, prev])
      }
      prev = null
      first = null
    }
  }
  if (first) {
    set.push([first, null])
  }

  const ranges = []
  for (const [min, max] of set) {
    if (min === max) {
      ranges.push(min)
    } else if (!max && min === v[0]) {
      ranges.push('*')
    } else if (!max) {
      ranges.push(`>=${min}`)
    } else if (min === v[0]) {
      ranges.push(`<=${max}`)
    } else {
      ranges.push(`${min} - ${max}`)
    }
  }
  const simplified = ranges.join(' || ')
  const original = typeof range.raw === 'string' ? range.raw : String(range)
  return simplified.length < original.length ? simplified : range
}


/***/ }),

/***/ 3870:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)
const Comparator = __nccwpck_require__(9379)
const { ANY } = Comparator
const satisfies = __nccwpck_require__(8011)
const compare = __nccwpck_require__(8469)

// Complex range `r1 || r2 || ...` is a subset of `R1 || R2 || ...` iff:
// - Every simple range `r1, r2, ...` is a null set, OR
// - Every simple range `r1, r2, ...` which is not a null set is a subset of
//   some `R1, R2, ...`
//
// Simple range `c1 c2 ...` is a subset of simple range `C1 C2 ...` iff:
// - If c is only the ANY comparator
//   - If C is only the ANY comparator, return true
//   - Else if in prerelease mode, return false
//   - else replace c with `[>=0.0.0]`
// - If C is only the ANY comparator
//   - if in prerelease mode, return true
//   - else replace C with `[>=0.0.0]`
// - Let EQ be the set of = comparators in c
// - If EQ is more than one, return true (null set)
// - Let GT be the highest > or >= comparator in c
// - Let LT be the lowest < or <= comparator in c
// - If GT and LT, and GT.semver > LT.semver, return true (null set)
// - If any C is a = range, and GT or LT are set, return false
// - If EQ
//   - If GT, and EQ does not satisfy GT, return true (null set)
//   - If LT, and EQ does not satisfy LT, return true (null set)
//   - If EQ satisfies every C, return true
//   - Else return false
// - If GT
//   - If GT.semver is lower than any > or >= comp in C, return false
//   - If GT is >=, and GT.semver does not satisfy every C, return false
//   - If GT.semver has a prerelease, and not in prerelease mode
//     - If no C has a prerelease and the GT.semver tuple, return false
// - If LT
//   - If LT.semver is greater than any < or <= comp in C, return false
//   - If LT is <=, and LT.semver does not satisfy every C, return false
//   - If LT.semver has a prerelease, and not in prerelease mode
//     - If no C has a prerelease and the LT.semver tuple, return false
// - Else return true

const subset = (sub, dom, options = {}) => {
  if (sub === dom) {
    return true
  }

  sub = new Range(sub, options)
  dom = new Range(dom, options)
  let sawNonNull = false

  OUTER: for (const simpleSub of sub.set) {
    for (const simpleDom of dom.set) {
      const isSub = simpleSubset(simpleSub, simpleDom, options)
      sawNonNull = sawNonNull || isSub !== null
      if (isSub) {
        continue OUTER
      }
    }
    // the null set is a subset of everything, but null simple ranges in
    // a complex range should be ignored.  so if we saw a non-null range,
    // then we know this isn't a subset, but if EVERY simple range was null,
    // then it is a subset.
    if (sawNonNull) {
      return false
    }
  }
  return true
}

const minimumVersionWithPreRelease = [new Comparator('>=0.0.0-0')]
const minimumVersion = [new Comparator('>=0.0.0')]

const simpleSubset = (sub, dom, options) => {
  if (sub === dom) {
    return true
  }

  if (sub.length === 1 && sub[0].semver === ANY) {
    if (dom.length === 1 && dom[0].semver === ANY) {
      return true
    } else if (options.includePrerelease) {
      sub = minimumVersionWithPreRelease
    } else {
      sub = minimumVersion
    }
  }

  if (dom.length === 1 && dom[0].semver === ANY) {
    if (options.includePrerelease) {
      return true
    } else {
      dom = minimumVersion
    }
  }

  const eqSet = new Set()
  let gt, lt
  for (const c of sub) {
    if (c.operator === '>' || c.operator === '>=') {
      gt = higherGT(gt, c, options)
    } else if (c.operator === '<' || c.operator === '<=') {
      lt = lowerLT(lt, c, options)
    } else {
      eqSet.add(c.semver)
    }
  }

  if (eqSet.size > 1) {
    return null
  }

  let gtltComp
  if (gt && lt) {
    gtltComp = compare(gt.semver, lt.semver, options)
    if (gtltComp > 0) {
      return null
    } else if (gtltComp === 0 && (gt.operator !== '>=' || lt.operator !== '<=')) {
      return null
    }
  }

  // will iterate one or zero times
  for (const eq of eqSet) {
    if (gt && !satisfies(eq, String(gt), options)) {
      return null
    }

    if (lt && !satisfies(eq, String(lt), options)) {
      return null
    }

    for (const c of dom) {
      if (!satisfies(eq, String(c), options)) {
        return false
      }
    }

    return true
  }

  let higher, lower
  let hasDomLT, hasDomGT
  // if the subset has a prerelease, we need a comparator in the superset
  // with the same tuple and a prerelease, or it's not a subset
  let needDomLTPre = lt &&
    !options.includePrerelease &&
    lt.semver.prerelease.length ? lt.semver : false
  let needDomGTPre = gt &&
    !options.includePrerelease &&
    gt.semver.prerelease.length ? gt.semver : false
  // exception: <1.2.3-0 is the same as <1.2.3
  if (needDomLTPre && needDomLTPre.prerelease.length === 1 &&
      lt.operator === '<' && needDomLTPre.prerelease[0] === 0) {
    needDomLTPre = false
  }

  for (const c of dom) {
    hasDomGT = hasDomGT || c.operator === '>' || c.operator === '>='
    hasDomLT = hasDomLT || c.operator === '<' || c.operator === '<='
    if (gt) {
      if (needDomGTPre) {
        if (c.semver.prerelease && c.semver.prerelease.length &&
            c.semver.major === needDomGTPre.major &&
            c.semver.minor === needDomGTPre.minor &&
            c.semver.patch === needDomGTPre.patch) {
          needDomGTPre = false
        }
      }
      if (c.operator === '>' || c.operator === '>=') {
        higher = higherGT(gt, c, options)
        if (higher === c && higher !== gt) {
          return false
        }
      } else if (gt.operator === '>=' && !c.test(gt.semver)) {
        return false
      }
    }
    if (lt) {
      if (needDomLTPre) {
        if (c.semver.prerelease && c.semver.prerelease.length &&
            c.semver.major === needDomLTPre.major &&
            c.semver.minor === needDomLTPre.minor &&
            c.semver.patch === needDomLTPre.patch) {
          needDomLTPre = false
        }
      }
      if (c.operator === '<' || c.operator === '<=') {
        lower = lowerLT(lt, c, options)
        if (lower === c && lower !== lt) {
          return false
        }
      } else if (lt.operator === '<=' && !c.test(lt.semver)) {
        return false
      }
    }
    if (!c.operator && (lt || gt) && gtltComp !== 0) {
      return false
    }
  }

  // if there was a < or >, and nothing in the dom, then must be false
  // UNLESS it was limited by another range in the other direction.
  // Eg, >1.0.0 <1.0.1 is still a subset of <2.0.0
  if (gt && hasDomLT && !lt && gtltComp !== 0) {
    return false
  }

  if (lt && hasDomGT && !gt && gtltComp !== 0) {
    return false
  }

  // we needed a prerelease range in a specific tuple, but didn't get one
  // then this isn't a subset.  eg >=1.2.3-pre is not a subset of >=1.0.0,
  // because it includes prereleases in the 1.2.3 tuple
  if (needDomGTPre || needDomLTPre) {
    return false
  }

  return true
}

// >=1.2.3 is lower than >1.2.3
const higherGT = (a, b, options) => {
  if (!a) {
    return b
  }
  const comp = compare(a.semver, b.semver, options)
  return comp > 0 ? a
    : comp < 0 ? b
    : b.operator === '>' && a.operator === '>=' ? b
    : a
}

// <=1.2.3 is higher than <1.2.3
const lowerLT = (a, b, options) => {
  if (!a) {
    return b
  }
  const comp = compare(a.semver, b.semver, options)
  return comp < 0 ? a
    : comp > 0 ? b
    : b.operator === '<' && a.operator === '<=' ? b
    : a
}

module.exports = subset


/***/ }),

/***/ 4750:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)

// Mostly just for testing and legacy API reasons
const toComparators = (range, options) =>
  new Range(range, options).set
    .map(comp => comp.map(c => c.value).join(' ').trim().split(' '))

module.exports = toComparators


/***/ }),

/***/ 4737:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)
const validRange = (range, options) => {
  try {
    // Return '*' instead of '' so that truthiness works.
    // This will throw if it's invalid anyway
    return new Range(range, options).range || '*'
  } catch (er) {
    return null
  }
}
module.exports = validRange


/***/ }),

/***/ 770:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

module.exports = __nccwpck_require__(218);


/***/ }),

/***/ 218:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;


var net = __nccwpck_require__(9278);
var tls = __nccwpck_require__(4756);
var http = __nccwpck_require__(8611);
var https = __nccwpck_require__(5692);
var events = __nccwpck_require__(4434);
var assert = __nccwpck_require__(2613);
var util = __nccwpck_require__(9023);


exports.httpOverHttp = httpOverHttp;
exports.httpsOverHttp = httpsOverHttp;
exports.httpOverHttps = httpOverHttps;
exports.httpsOverHttps = httpsOverHttps;


function httpOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  return agent;
}

function httpsOverHttp(options) {
  var agent = new TunnelingAgent(options);
  agent.request = http.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}

function httpOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  return agent;
}

function httpsOverHttps(options) {
  var agent = new TunnelingAgent(options);
  agent.request = https.request;
  agent.createSocket = createSecureSocket;
  agent.defaultPort = 443;
  return agent;
}


function TunnelingAgent(options) {
  var self = this;
  self.options = options || {};
  self.proxyOptions = self.options.proxy || {};
  self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
  self.requests = [];
  self.sockets = [];

  self.on('free', function onFree(socket, host, port, localAddress) {
    var options = toOptions(host, port, localAddress);
    for (var i = 0, len = self.requests.length; i < len; ++i) {
      var pending = self.requests[i];
      if (pending.host === options.host && pending.port === options.port) {
        // Detect the request to connect same origin server,
        // reuse the connection.
        self.requests.splice(i, 1);
        pending.request.onSocket(socket);
        return;
      }
    }
    socket.destroy();
    self.removeSocket(socket);
  });
}
util.inherits(TunnelingAgent, events.EventEmitter);

TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
  var self = this;
  var options = mergeOptions({request: req}, self.options, toOptions(host, port, localAddress));

  if (self.sockets.length >= this.maxSockets) {
    // We are over limit so we'll add it to the queue.
    self.requests.push(options);
    return;
  }

  // If we are under maxSockets create a new one.
  self.createSocket(options, function(socket) {
    socket.on('free', onFree);
    socket.on('close', onCloseOrRemove);
    socket.on('agentRemove', onCloseOrRemove);
    req.onSocket(socket);

    function onFree() {
      self.emit('free', socket, options);
    }

    function onCloseOrRemove(err) {
      self.removeSocket(socket);
      socket.removeListener('free', onFree);
      socket.removeListener('close', onCloseOrRemove);
      socket.removeListener('agentRemove', onCloseOrRemove);
    }
  });
};

TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
  var self = this;
  var placeholder = {};
  self.sockets.push(placeholder);

  var connectOptions = mergeOptions({}, self.proxyOptions, {
    method: 'CONNECT',
    path: options.host + ':' + options.port,
    agent: false,
    headers: {
      host: options.host + ':' + options.port
    }
  });
  if (options.localAddress) {
    connectOptions.localAddress = options.localAddress;
  }
  if (connectOptions.proxyAuth) {
    connectOptions.headers = connectOptions.headers || {};
    connectOptions.headers['Proxy-Authorization'] = 'Basic ' +
        new Buffer(connectOptions.proxyAuth).toString('base64');
  }

  debug('making CONNECT request');
  var connectReq = self.request(connectOptions);
  connectReq.useChunkedEncodingByDefault = false; // for v0.6
  connectReq.once('response', onResponse); // for v0.6
  connectReq.once('upgrade', onUpgrade);   // for v0.6
  connectReq.once('connect', onConnect);   // for v0.7 or later
  connectReq.once('error', onError);
  connectReq.end();

  function onResponse(res) {
    // Very hacky. This is necessary to avoid http-parser leaks.
    res.upgrade = true;
  }

  function onUpgrade(res, socket, head) {
    // Hacky.
    process.nextTick(function() {
      onConnect(res, socket, head);
    });
  }

  function onConnect(res, socket, head) {
    connectReq.removeAllListeners();
    socket.removeAllListeners();

    if (res.statusCode !== 200) {
      debug('tunneling socket could not be established, statusCode=%d',
        res.statusCode);
      socket.destroy();
      var error = new Error('tunneling socket could not be established, ' +
        'statusCode=' + res.statusCode);
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    if (head.length > 0) {
      debug('got illegal response body from proxy');
      socket.destroy();
      var error = new Error('got illegal response body from proxy');
      error.code = 'ECONNRESET';
      options.request.emit('error', error);
      self.removeSocket(placeholder);
      return;
    }
    debug('tunneling connection has established');
    self.sockets[self.sockets.indexOf(placeholder)] = socket;
    return cb(socket);
  }

  function onError(cause) {
    connectReq.removeAllListeners();

    debug('tunneling socket could not be established, cause=%s\n',
          cause.message, cause.stack);
    var error = new Error('tunneling socket could not be established, ' +
                          'cause=' + cause.message);
    error.code = 'ECONNRESET';
    options.request.emit('error', error);
    self.removeSocket(placeholder);
  }
};

TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
  var pos = this.sockets.indexOf(socket)
  if (pos === -1) {
    return;
  }
  this.sockets.splice(pos, 1);

  var pending = this.requests.shift();
  if (pending) {
    // If we have pending requests and a socket gets closed a new one
    // needs to be created to take over in the pool for the one that closed.
    this.createSocket(pending, function(socket) {
      pending.request.onSocket(socket);
    });
  }
};

function createSecureSocket(options, cb) {
  var self = this;
  TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
    var hostHeader = options.request.getHeader('host');
    var tlsOptions = mergeOptions({}, self.options, {
      socket: socket,
      servername: hostHeader ? hostHeader.replace(/:.*$/, '') : options.host
    });

    // 0 is dummy port for v0.6
    var secureSocket = tls.connect(0, tlsOptions);
    self.sockets[self.sockets.indexOf(socket)] = secureSocket;
    cb(secureSocket);
  });
}


function toOptions(host, port, localAddress) {
  if (typeof host === 'string') { // since v0.10
    return {
      host: host,
      port: port,
      localAddress: localAddress
    };
  }
  return host; // for v0.11 or later
}

function mergeOptions(target) {
  for (var i = 1, len = arguments.length; i < len; ++i) {
    var overrides = arguments[i];
    if (typeof overrides === 'object') {
      var keys = Object.keys(overrides);
      for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
        var k = keys[j];
        if (overrides[k] !== undefined) {
          target[k] = overrides[k];
        }
      }
    }
  }
  return target;
}


var debug;
if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) {
  debug = function() {
    var args = Array.prototype.slice.call(arguments);
    if (typeof args[0] === 'string') {
      args[0] = 'TUNNEL: ' + args[0];
    } else {
      args.unshift('TUNNEL:');
    }
    console.error.apply(console, args);
  }
} else {
  debug = function() {};
}
__webpack_unused_export__ = debug; // for test


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8877:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");

/***/ }),

/***/ 714:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:vm");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 2018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ SetupError),
/* harmony export */   x: () => (/* binding */ systemCode)
/* harmony export */ });
/**
 * An expected failure: something in the world (an input, a server, a disk, another process) is not as the action
 * needs it. A defect of the action itself is never a SetupError; it keeps its own class and stack and is reported
 * as E_INTERNAL.
 */
class SetupError extends Error {
    name = 'SetupError';
    code;
    remedy;
    state;
    evidence;
    /** @param message what happened and why, as one or two sentences, without the code and without the remedy */
    constructor(code, message, details) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.code = code;
        this.remedy = details.remedy;
        this.state = details.state;
        this.evidence = details.evidence ?? [];
    }
}
/** The `code` of a Node system error (`EBUSY`, `ECONNRESET`, …), or undefined where the value carries none. */
function systemCode(error) {
    const code = error?.code;
    return typeof code === 'string' ? code : undefined;
}


/***/ }),

/***/ 9029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ attemptOf)
/* harmony export */ });
/**
 * Which attempt at its run a job belongs to (GITHUB_RUN_ATTEMPT): 1, and one more each time that jobs of the run are run again. The run stays the same, and so do the
 * artifacts of the attempts before.
 */
function attemptOf(env) {
    const attempt = Number(env['GITHUB_RUN_ATTEMPT']);
    return Number.isSafeInteger(attempt) && attempt > 1 ? attempt : 1;
}


/***/ }),

/***/ 5325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L8: () => (/* binding */ UPGRADE_STAGES),
/* harmony export */   Sf: () => (/* binding */ rollbackSlots),
/* harmony export */   T6: () => (/* binding */ LEGS_IN_A_SLOT),
/* harmony export */   _f: () => (/* binding */ SLOTS),
/* harmony export */   cP: () => (/* binding */ upgradeSlots),
/* harmony export */   e4: () => (/* binding */ RUNNERS_IN_A_RUN),
/* harmony export */   fV: () => (/* binding */ scanSlots),
/* harmony export */   lB: () => (/* binding */ slotEntry)
/* harmony export */ });
// The workflow file has a fixed number of matrix jobs. What goes into them is one JSON document, the output `slots`. Every list of it is always there, so
// that an expression of the workflow never reads past an end.
/** GitHub makes at most so many jobs of one matrix. */
const LEGS_IN_A_SLOT = 256;
/** Slots for waves. */
const SLOTS = 6;
/** A job is told of no more than a thousand artifacts of its run; from there on results would be missing, and their runners count as lost. */
const ARTIFACTS_OF_A_RUN = 1000;
/**
 * The most runners that one run of the workflow looks at: each leaves three artifacts, of its scan, its leg and its way back, and the jobs between them
 * leave eleven (roster, policy, plan, seven verdicts, report).
 */
const RUNNERS_IN_A_RUN = Math.floor((ARTIFACTS_OF_A_RUN - 11) / 3);
/** Slots where all runners of a run have a leg: the scan, and the way back. */
const SLOTS_FOR_ALL = Math.ceil(RUNNERS_IN_A_RUN / LEGS_IN_A_SLOT);
/** The stages of an upgrade, in their order. */
const UPGRADE_STAGES = [
    'canary',
    'wave-1',
    'wave-2',
    'wave-3',
    'wave-4',
    'wave-5',
    'wave-6',
];
/** A runner as a leg of the workflow. */
function slotEntry({ id, name, labels, machineRoot }) {
    return { id, name, labels, 'machine-root': machineRoot };
}
/** @param runners at most RUNNERS_IN_A_RUN */
function scanSlots(runners) {
    return { ...empty(), scan: fill(runners.map(slotEntry), SLOTS_FOR_ALL) };
}
function upgradeSlots({ stages }) {
    const of = (stage) => stages.find((one) => one.stage === stage)?.runners ?? [];
    const waves = UPGRADE_STAGES.slice(1).map((stage) => of(stage).map(slotEntry));
    return { ...empty(), canary: of('canary').map(slotEntry), waves };
}
/** @param entries at most RUNNERS_IN_A_RUN, which is what a run can have touched */
function rollbackSlots(entries) {
    return { ...empty(), rollback: fill(entries, SLOTS_FOR_ALL) };
}
function empty() {
    return {
        scan: fill([], SLOTS_FOR_ALL),
        canary: [],
        waves: fill([], SLOTS),
        rollback: fill([], SLOTS_FOR_ALL),
    };
}
function fill(entries, slots) {
    return Array.from({ length: slots }, (_, slot) => entries.slice(slot * LEGS_IN_A_SLOT, (slot + 1) * LEGS_IN_A_SLOT));
}


/***/ }),

/***/ 3787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ goSetting),
/* harmony export */   c: () => (/* binding */ readGopath)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);


/**
 * A variable of Go's as the user set it, without starting go: the environment, then the file that `go env -w` writes
 * (go.dev/cmd/go, "Environment variables"). Empty counts as not set, as it does for Go.
 *
 * @param name `GOPATH`, `GOMODCACHE`, `GOCACHE`
 */
function goSetting(name, env) {
    return env[name] || goenvFile(env).get(name) || undefined;
}
/**
 * GOPATH as `go env` would give it: the setting, else %USERPROFILE%\go. The first directory of a list counts.
 */
function readGopath(env) {
    const first = (list) => list?.split(';').find((part) => part !== '');
    const home = env['USERPROFILE'] ? node_path__WEBPACK_IMPORTED_MODULE_1__.join(env['USERPROFILE'], 'go') : undefined;
    return first(env['GOPATH']) ?? first(goenvFile(env).get('GOPATH')) ?? home;
}
function goenvFile(env) {
    const settings = new Map();
    const file = env['GOENV'] || (env['APPDATA'] ? node_path__WEBPACK_IMPORTED_MODULE_1__.join(env['APPDATA'], 'go', 'env') : 'off');
    if (file === 'off' || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file))
        return settings;
    try {
        for (const [, name = '', value = ''] of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8').matchAll(/^([A-Z0-9_]+)=(.*)$/gm))
            settings.set(name, value.trim());
    }
    catch {
        // A file that cannot be read sets nothing: what Go says of it is for Go to say.
    }
    return settings;
}


/***/ }),

/***/ 5645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ refuseContradictions),
/* harmony export */   f: () => (/* binding */ rulesOf)
/* harmony export */ });
/* harmony import */ var _input_values_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5106);

/** What each input says by itself is fine, but not together. @throws SetupError E_INPUT */
function refuseContradictions(inputs) {
    if (inputs.checksum !== '' && inputs.goVersions.length > 1) {
        throw (0,_input_values_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('checksum', inputs.checksum, `one hash cannot fit ${inputs.goVersions.length} versions`, 'Install one version a step, each with its own checksum.');
    }
    if (inputs.clientKey !== '' && inputs.clientCert === '') {
        throw (0,_input_values_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('client-key', inputs.clientKey, 'there is no client-cert beside it', 'Give the certificate that belongs to this key with client-cert.');
    }
    const one = /^(?:switch|repair|uninstall)$/.test(inputs.operation);
    if (inputs.installMethod === 'zip' && one && inputs.goVersions.length > 1) {
        throw (0,_input_values_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('go-version', inputs.goVersions.join(', '), `these are ${inputs.goVersions.length} versions, and operation: ${inputs.operation} is for one`, 'Give one version, or a step for each of them.');
    }
    if (inputs.installMethod === 'msi' &&
        (one || inputs.operation === 'install') &&
        inputs.goVersions.length > 1) {
        throw (0,_input_values_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('go-version', inputs.goVersions.join(', '), `these are ${inputs.goVersions.length} versions, and an MSI gives the machine one`, 'Give one version, or use install-method: zip, which installs all of them side by side.');
    }
    if (inputs.healthCheck && inputs.scope === 'job' && inputs.operation === 'install') {
        throw (0,_input_values_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('health-check', 'true', 'it is for the Go of the machine, and scope is job', 'Set scope to machine, or install-method to msi, or leave the input out.');
    }
    if (inputs.stage === 'upgrade' && inputs.resultFile !== '') {
        throw (0,_input_values_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('stage', 'upgrade', 'it is the stage of a plan, and result-file is for a leg on a runner', 'Use scan, canary, wave-1 to wave-6 or rollback, or leave result-file out.');
    }
    if (inputs.operation === 'prune' && rulesOf(inputs).length === 0) {
        throw (0,_input_values_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('operation', 'prune', 'no input says what to keep, and nothing is removed by accident', 'Give keep-versions, keep-minors or keep-days.');
    }
    if (inputs.installMethod === 'msi' && inputs.transparency === 'require') {
        throw (0,_input_values_js__WEBPACK_IMPORTED_MODULE_0__/* .invalid */ .Gq)('transparency', 'require', 'the checksum database knows the files of the ZIP, and no MSI', 'Leave it out: the second opinion on an MSI is its signature (msi-signature).');
    }
}
/** The inputs that say what a prune keeps, as far as they are given: `keep-days: 30`. */
function rulesOf(inputs) {
    const { keepVersions, keepMinors, keepDays } = inputs;
    const rules = { 'keep-versions': keepVersions, 'keep-minors': keepMinors, 'keep-days': keepDays };
    return Object.entries(rules).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
}


/***/ }),

/***/ 5106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gq: () => (/* binding */ invalid),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   Md: () => (/* binding */ fileName),
/* harmony export */   Ot: () => (/* binding */ plainDirectory),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   rD: () => (/* binding */ wholeNumber),
/* harmony export */   yy: () => (/* binding */ directory)
/* harmony export */ });
/* unused harmony export parseDuration */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3838);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(452);



// One reader a kind of value. Each reads the variable that the runner sets for the input, and throws E_INPUT naming the input, its value and
// what it takes.
/** The text of an input without spaces around it; empty where it is not given. */
function text(name) {
    return _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getInput */ .V4(name).trim();
}
/** Booleans as YAML 1.2's core schema writes them: true, True, TRUE, false, False, FALSE. */
function flag(name, fallback) {
    const value = text(name);
    if (value === '')
        return fallback;
    if (/^(?:true|True|TRUE)$/.test(value))
        return true;
    if (/^(?:false|False|FALSE)$/.test(value))
        return false;
    throw invalid(name, value, 'it is not a boolean', 'Use true or false.');
}
/** One of several words; the first is the default. */
function choice(name, values) {
    const value = text(name);
    if (value === '')
        return values[0];
    const match = values.find((candidate) => candidate === value);
    if (match === undefined)
        throw invalid(name, value, 'it is not one of its values', `Use one of: ${values.join(', ')}.`);
    return match;
}
/** A whole number from 1; undefined where the input is not given. @param most the largest that is taken */
function wholeNumber(name, most) {
    const value = text(name);
    if (value === '')
        return undefined;
    const number = /^\d{1,9}$/.test(value) ? Number(value) : 0;
    if (number < 1 || number > most)
        throw invalid(name, value, 'it is not a number that it takes', `Use a whole number from 1 to ${most}.`);
    return number;
}
/** A share of the whole, as people write it in percent: `25%` is 0.25. @param fallback the same, where the input is not given @param most in percent */
function percent(name, fallback, most) {
    const value = text(name) || fallback;
    const number = /^\d{1,6}(?:\.\d{1,3})?%$/.test(value) ? Number(value.slice(0, -1)) : Number.NaN;
    if (!(number >= 0 && number <= most))
        throw invalid(name, value, 'it is no share in percent', `Write it like 25%, from 0% to ${most}%.`);
    return number / 100;
}
/** Milliseconds. @param fallback a duration too, where the input is not given */
function duration(name, fallback) {
    const value = text(name) || fallback;
    const milliseconds = parseDuration(value);
    if (milliseconds === undefined)
        throw invalid(name, value, 'it is not a duration', 'Write it like 30s, 10m or 1h30m.');
    return milliseconds;
}
/**
 * A duration as people write it: `500ms`, `30s`, `10m`, `1h`, or parts of those together (`1h30m`).
 *
 * @returns milliseconds, or undefined where the text is none or is not above zero
 */
function parseDuration(text) {
    const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
    if (!/^(?:\d{1,9}(?:ms|s|m|h))+$/.test(text))
        return undefined;
    let total = 0;
    for (const [, number, unit] of text.matchAll(/(\d+)(ms|s|m|h)/g))
        total += Number(number) * (units[unit ?? ''] ?? 0);
    return total > 0 ? total : undefined;
}
/** A directory by its whole path, and no drive or share as such: what is done to it is done to all of it. */
function directory(name) {
    const value = text(name);
    if (value === '')
        return '';
    const plain = plainDirectory(value);
    if (plain === undefined)
        throw invalid(name, value, 'it is no directory on a drive of this machine', 'Give a whole path such as C:\\Go.');
    return plain;
}
/** A whole path of a directory below a drive, normalized; undefined where it is none. */
function plainDirectory(value) {
    const plain = node_path__WEBPACK_IMPORTED_MODULE_0__.win32.normalize(value).replace(/\\+$/, '');
    // Windows drops dots and spaces at the end of a name, but not everywhere: what is made is then not what is named.
    const sound = !/["<>|?*]|^..+:|[. ](?:\\|$)/.test(plain);
    return /^[A-Za-z]:\\./.test(plain) && sound ? plain : undefined;
}
/** A path of a file, and not what is in it: of a certificate's or key's own text nothing may get into a log. */
function fileName(name, value) {
    if (!value.includes('-----BEGIN'))
        return value;
    for (const line of value.split(/\r?\n/))
        if (line.trim().length >= 8)
            _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setSecret */ .Pq(line.trim());
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w('E_INPUT', `The input ${name} holds a certificate or key in place of a file's path.`, {
        remedy: 'Write it to a file below RUNNER_TEMP in a step before this one, and give the path of that file.',
    });
}
/** The failure that an input's value is. */
function invalid(name, value, reason, remedy) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .SetupError */ .w('E_INPUT', `The input ${name} is "${value.slice(0, 200)}": ${reason}.`, { remedy });
}


/***/ }),

/***/ 3108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ar: () => (/* binding */ returnLeases),
/* harmony export */   cY: () => (/* binding */ openLeases),
/* harmony export */   eY: () => (/* binding */ NO_LEASES)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3838);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(452);
/* harmony import */ var _toolcache_layout_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9268);
/* harmony import */ var _toolcache_leases_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(569);





/** For a dry run, which uses nothing. */
const NO_LEASES = { hold: async () => true };
const STATE = 'leases';
/** Begins a step's leases; the step after the job gives them back. */
function openLeases(hours, env, log) {
    const taken = new Set();
    return {
        async hold(entry) {
            try {
                taken.add(await (0,_toolcache_leases_js__WEBPACK_IMPORTED_MODULE_4__/* .takeLease */ ._e)(entry, (0,_toolcache_leases_js__WEBPACK_IMPORTED_MODULE_4__/* .leaseHolder */ .Fp)(env), hours));
                _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ(STATE, [...taken]);
            }
            catch (error) {
                const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .x)(error) ?? String(error);
                log.info(`No lease on ${(0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .treePath */ .ON)(entry)} (${code}): a prune by another job does not know that this one uses it`);
            }
            return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)((0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .markerPath */ .Ar)(entry)).then(() => true, (error) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .x)(error) !== 'ENOENT');
        },
    };
}
/** Gives back what the main step holds; for the step after the job. Never rejects. */
async function returnLeases() {
    const text = _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getState */ .Gu(STATE);
    if (text === '')
        return;
    await (0,_toolcache_leases_js__WEBPACK_IMPORTED_MODULE_4__/* .dropLeases */ .XW)(JSON.parse(text));
}


/***/ }),

/***/ 342:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3838);
/* harmony import */ var _modcache_messages_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(5704);
/* harmony import */ var _post_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7698);
/* harmony import */ var _setup_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1473);
/* harmony import */ var _windows_cancellation_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6094);





// One program for the step, for the step after the job, and for the process that talks to the cache service.
if (process.argv[2] === _modcache_messages_js__WEBPACK_IMPORTED_MODULE_4__/* .CACHE_ROLE */ .A) {
    (await Promise.all(/* import() */[__nccwpck_require__.e(2377), __nccwpck_require__.e(9312), __nccwpck_require__.e(4495)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4495))).serveCache();
}
else if (_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu('main-has-run') !== '') {
    await (0,_post_js__WEBPACK_IMPORTED_MODULE_1__/* .post */ .b)((0,_windows_cancellation_js__WEBPACK_IMPORTED_MODULE_3__/* .cancellation */ .W)());
}
else {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ('main-has-run', true);
    await (0,_setup_js__WEBPACK_IMPORTED_MODULE_2__/* .setup */ .m)((0,_windows_cancellation_js__WEBPACK_IMPORTED_MODULE_3__/* .cancellation */ .W)());
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 5704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ CACHE_ROLE)
/* harmony export */ });
/** The word on the command line that makes the action's program the one that talks to the cache service. */
const CACHE_ROLE = 'cache-service';


/***/ }),

/***/ 211:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ readPendingSave),
/* harmony export */   m: () => (/* binding */ leavePendingSave)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3838);

const NAME = 'module-cache';
/** Leaves word for the post step, through the runner. */
function leavePendingSave(pending) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .saveState */ .LZ(NAME, pending);
}
/** What the main step left; undefined where there is nothing to save. */
function readPendingSave() {
    const text = _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getState */ .Gu(NAME);
    return text === '' ? undefined : JSON.parse(text);
}


/***/ }),

/***/ 9816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F3: () => (/* binding */ displayAddresses),
/* harmony export */   Qy: () => (/* binding */ displayUrl),
/* harmony export */   VY: () => (/* binding */ secretsIn)
/* harmony export */ });
/**
 * A URL as it may be shown: without credentials, query and fragment, which can hold secrets (signed URLs, tokens).
 * Every message, evidence line and log line shows URLs through this function. Never throws.
 */
function displayUrl(url) {
    const text = String(url);
    const sound = soundUrl(text);
    if (sound)
        return `${sound.protocol}//${sound.host}${sound.pathname}`;
    // No URL: a directory, or an address that is not written as one, such as `user:password@host/go?token=x`.
    const [address, query] = split(text);
    if (!/^(?!\\\\)[^:]{2,}:|^\/\//.test(text))
        return address;
    // The question mark may be one in a password.
    if (query.includes('@'))
        return `${/^[a-z][a-z0-9+.-]*:\/\//i.exec(address)?.[0] ?? ''}***`;
    return address.replace(/^(\/\/)?.*@/s, '$1');
}
/** Each address in a text as it may be shown; what is no address stays as it is. */
function displayAddresses(text) {
    // Looked for from the begin of a word alone: else a long word without any would be gone through from each of its letters.
    return text.replace(/(?<![^\s,|])[^\s,|]*(?::\/\/|@)[^\s,|]*/g, displayUrl);
}
/**
 * What is secret in an address: its password, a user name that stands alone or is no short word (tokens are given so), and the values of
 * its query (signatures); as they stand there and as they are meant. Addresses without a scheme count, too: they end up in a message.
 */
function secretsIn(address) {
    if (/^[a-z]:[\\/]|^\\\\/i.test(address))
        return []; // a path
    const [place, query] = split(address);
    const sound = soundUrl(address) !== undefined;
    // In what is no URL (a slash in the password makes it none) everything before the last @ may be one.
    const authority = sound ? /^[^:]+:\/\/([^/\\]*)@/ : /^(?:[^:]+:\/\/|\/\/)?(.*)@/s;
    const pair = authority.exec(!sound && query.includes('@') ? address : place)?.[1] ?? '';
    const [, user = '', password = ''] = /^([^:]*)(?::(.*))?$/s.exec(pair) ?? [];
    const values = query.split(/[&#]/).map((field) => field.replace(/^[^=]*=/, ''));
    const long = [password === '' ? '' : user, ...values].filter((value) => value.length >= 8);
    const secrets = [password === '' ? user : password, ...long];
    return secrets.flatMap((secret) => [secret, decodePercent(secret)]);
}
/** With a backslash before the host, as in `https://DOMAIN\user:password@host`, a URL's host is the domain, and its path has the password. */
function soundUrl(text) {
    if (/^[^:]+:\/\/[^/?#]*\\/.test(text) || !URL.canParse(text))
        return undefined;
    const url = new URL(text);
    return url.host === '' ? undefined : url;
}
/** Before the first question mark, and after it. */
function split(address) {
    const at = address.indexOf('?');
    return at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at + 1)];
}
function decodePercent(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}


/***/ }),

/***/ 6964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ loadPolicy)
/* harmony export */ });
/**
 * The policy of a step. What it takes is loaded only where there is one.
 *
 * @param workspace what its path counts from
 * @param learned what the step comes to know of releases; filled while it runs
 * @throws SetupError E_INPUT for a file that is not usable; E_POLICY
 */
async function loadPolicy(inputs, workspace, learned, log) {
    if (inputs.policy === '')
        return undefined;
    const { openPolicy } = await Promise.all(/* import() */[__nccwpck_require__.e(3162), __nccwpck_require__.e(7619)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7619));
    return await openPolicy(inputs, workspace, learned, log);
}


/***/ }),

/***/ 7698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ post)
/* harmony export */ });
/* harmony import */ var _leases_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3108);
/* harmony import */ var _modcache_state_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(211);
/* harmony import */ var _report_log_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9820);



/** The step after the job, which the runner starts where all went well: gives leases back, and saves what is new. Never fails. */
async function post(signal) {
    await (0,_leases_js__WEBPACK_IMPORTED_MODULE_0__/* .returnLeases */ .Ar)();
    const pending = (0,_modcache_state_js__WEBPACK_IMPORTED_MODULE_1__/* .readPendingSave */ .P)();
    if (pending === undefined)
        return;
    const { saveCaches } = await __nccwpck_require__.e(/* import() */ 641).then(__nccwpck_require__.bind(__nccwpck_require__, 641));
    await saveCaches(pending, _report_log_js__WEBPACK_IMPORTED_MODULE_2__/* .stepLog */ .tV, signal);
}


/***/ }),

/***/ 9470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ tidyAfterHit),
/* harmony export */   n: () => (/* binding */ provideToolchain)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);
/* harmony import */ var _report_audit_trees_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4985);
/* harmony import */ var _toolcache_find_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2605);
/* harmony import */ var _toolcache_leftovers_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8984);
/* harmony import */ var _toolchain_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1244);





/** A Go that a prune takes away while the lease on it is being written is provided again, and then has a lease from the beginning. */
const ATTEMPTS = 3;
/**
 * From a version request to a verified Go in the tool cache, with a lease on it: what is there already, or else the release that the request means,
 * downloaded, verified, unpacked and published. In a dry run: the Go that it would be, and nothing is changed.
 *
 * @throws SetupError with the code of whatever stood in the way
 */
async function provideToolchain(request, context) {
    for (let attempt = 1;; attempt++) {
        const toolchain = await provide(request, context);
        const { entry, goroot } = toolchain;
        if (entry === undefined)
            return toolchain;
        // A lease that waited until a large tree is removed would come late.
        const [held] = await Promise.all([context.leases.hold(entry), tidyAfterHit(toolchain, context)]);
        if (held || attempt === ATTEMPTS)
            return toolchain;
        context.log.info(`${goroot} was taken away meanwhile, as by a prune: looking again`);
    }
}
/** What a killed run has left beside a Go that is used as it is; an installation sees to that itself. */
async function tidyAfterHit({ entry, hit }, context) {
    if (entry === undefined || !hit || context.inputs.dryRun)
        return;
    await (0,_toolcache_leftovers_js__WEBPACK_IMPORTED_MODULE_3__/* .tidyBeside */ .Do)(entry, {
        runner: context.host.runner,
        signal: context.signal,
        onRepair: (line) => context.log.info(line),
        onChange: (change) => (0,_report_audit_trees_js__WEBPACK_IMPORTED_MODULE_1__/* .recordTree */ .A)(context.audit, change),
    });
}
async function provide(request, context) {
    const { inputs, log } = context;
    log.info(`Go ${request.spec.text.replace(/^go/i, '')} for ${(0,_toolchain_js__WEBPACK_IMPORTED_MODULE_4__/* .architectureOf */ .NJ)(context)}, asked for by ${request.origin}`);
    if ((0,_toolchain_js__WEBPACK_IMPORTED_MODULE_4__/* .mayAnswerFromCache */ .AU)(request.spec, inputs)) {
        const { hit, torn } = await (0,_toolcache_find_js__WEBPACK_IMPORTED_MODULE_2__/* .findInToolCache */ .l)(request.spec, (0,_toolchain_js__WEBPACK_IMPORTED_MODULE_4__/* .search */ .$P)(context));
        if (hit) {
            for (const one of torn)
                log.info(`${(0,_toolcache_find_js__WEBPACK_IMPORTED_MODULE_2__/* .describeTorn */ .V)(one)}: not used`);
            await context.policy?.requireVersion({ version: hit.entry.version, origin: request.origin });
            return (0,_toolchain_js__WEBPACK_IMPORTED_MODULE_4__/* .useHit */ .r$)(hit.entry, hit.found, context);
        }
        if (torn[0] && request.spec.kind === 'range') {
            // The version that the range means is known; only its tree is not whole.
            const spec = { kind: 'exact', version: torn[0].entry.version, text: torn[0].entry.version };
            try {
                return await installAnew({ spec, origin: request.origin }, context);
            }
            catch (error) {
                if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w) || !/^E_(?:NOT_FOUND|POLICY)$/.test(error.code))
                    throw error;
                log.info(`${(0,_toolcache_find_js__WEBPACK_IMPORTED_MODULE_2__/* .describeTorn */ .V)(torn[0])}, and Go ${spec.version} is not to be had: looking for another match`);
            }
        }
    }
    // A tree that is there may have shown that it is too young.
    if (request.spec.kind === 'exact')
        await context.policy?.requireVersion({ version: request.spec.version, origin: request.origin });
    return installAnew(request, context);
}
/** What a hit does not need is loaded only here: a step that finds its Go costs little more than starting Node. */
async function installAnew(request, context) {
    const { install } = await Promise.all(/* import() */[__nccwpck_require__.e(1648), __nccwpck_require__.e(5326), __nccwpck_require__.e(5529), __nccwpck_require__.e(5379), __nccwpck_require__.e(9672), __nccwpck_require__.e(108)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9672));
    for (;;) {
        try {
            return await install(request, context);
        }
        catch (error) {
            if (!context.policy?.passesOver(request.spec, error))
                throw error;
        }
    }
}


/***/ }),

/***/ 2997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ newestMinors)
/* harmony export */ });
// Made by lab/build-index.ts with builtin-data.ts. Not to be edited by hand.
/** The minors that Go supported when go.dev's list was read: by itself, so that a hit need not load the index. */
const newestMinors = ['1.26', '1.27'];


/***/ }),

/***/ 7621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B7: () => (/* binding */ isGoSemver),
/* harmony export */   Jt: () => (/* binding */ goArch),
/* harmony export */   ME: () => (/* binding */ toGoVersion),
/* harmony export */   Md: () => (/* binding */ fileName),
/* harmony export */   NC: () => (/* binding */ describeRelease),
/* harmony export */   Ud: () => (/* binding */ toSemver),
/* harmony export */   V1: () => (/* binding */ isPrerelease),
/* harmony export */   ZN: () => (/* binding */ parseArchitecture),
/* harmony export */   f2: () => (/* binding */ architectures)
/* harmony export */ });
const NUMBER = '(0|[1-9]\\d{0,8})';
const GO_VERSION = new RegExp(`^go${NUMBER}(?:\\.${NUMBER}(?:\\.${NUMBER})?)?(?:(rc|beta)${NUMBER})?$`);
const SEMVER = new RegExp(`^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-(rc|beta)\\.${NUMBER})?$`);
const GO_ARCH = { x64: 'amd64', x86: '386', arm64: 'arm64' };
const ARCHITECTURES = new Map([
    ['x64', 'x64'],
    ['amd64', 'x64'],
    ['x86', 'x86'],
    ['ia32', 'x86'],
    ['386', 'x86'],
    ['arm64', 'arm64'],
]);
/** Every architecture that Go for Windows is published for, in the order of the release index. */
const architectures = ['x86', 'x64', 'arm64'];
/**
 * Go's spelling of a release as a semver: `go1.20` → `1.20.0`, `go1.21rc2` → `1.21.0-rc.2`.
 *
 * Undefined for everything that is not *the* name of a release, so that names and semvers are one to one: the first
 * release of a minor has no `.0` up to Go 1.20 and has one from Go 1.21 on (the go.dev list shows it), so neither
 * `go1.20.0` nor `go1.21` names a release.
 */
function toSemver(goVersion) {
    const match = GO_VERSION.exec(goVersion);
    if (match === null)
        return undefined;
    const [, major = '', minor = '0', patch = '0', kind, count] = match;
    const version = `${major}.${minor}.${patch}${kind === undefined ? '' : `-${kind}.${count}`}`;
    return toGoVersion(version) === goVersion ? version : undefined;
}
/**
 * A semver as Go spells it: `1.20.0` → `go1.20`, `1.21.0` → `go1.21.0`, `1.21.0-rc.2` → `go1.21rc2`.
 * @throws TypeError for what is not a semver of a Go release: the caller has not parsed it, which is a defect
 */
function toGoVersion(semver) {
    const match = SEMVER.exec(semver);
    if (match === null)
        throw new TypeError(`not the semver of a Go release: ${JSON.stringify(semver)}`);
    const [, major = '', minor = '', patch = '', kind, count] = match;
    if (kind !== undefined)
        return `go${major}.${minor}${patch === '0' ? '' : `.${patch}`}${kind}${count}`;
    const short = patch === '0' && major === '1' && Number(minor) < 21;
    if (!short)
        return `go${major}.${minor}.${patch}`;
    return minor === '0' ? 'go1' : `go1.${minor}`;
}
/** True for the semver of a Go release: three numbers, and at most `-beta.N` or `-rc.N` behind them. */
function isGoSemver(text) {
    return SEMVER.test(text);
}
/** True where the semver names a beta or a release candidate. */
function isPrerelease(semver) {
    return semver.includes('-');
}
/** GOARCH of an architecture. */
function goArch(architecture) {
    return GO_ARCH[architecture];
}
/** The architecture that a user or a list means, in any of the usual words and any case; undefined when it is none we serve. */
function parseArchitecture(text) {
    return ARCHITECTURES.get(text.trim().toLowerCase());
}
/**
 * Name of a release's file for Windows: `go1.25.3.windows-amd64.zip`. Safe in a path and in a URL.
 * @throws TypeError when the version is not a release's name: unparsed text must not get into a path
 */
function fileName(goVersion, architecture, kind) {
    if (toSemver(goVersion) === undefined)
        throw new TypeError(`not a Go release: ${JSON.stringify(goVersion)}`);
    return `${goVersion}.windows-${GO_ARCH[architecture]}.${kind}`;
}
/** The release that a semver names, with what is known of its file (`sha256` lower-case hex or '', `size` in bytes or 0). */
function describeRelease(version, architecture, kind, sha256, size) {
    const goVersion = toGoVersion(version);
    const filename = fileName(goVersion, architecture, kind);
    return { goVersion, version, architecture, kind, filename, sha256, size, stable: !isPrerelease(version) };
}


/***/ }),

/***/ 1289:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Az: () => (/* binding */ nearestVersions),
/* harmony export */   EH: () => (/* binding */ chooseVersion),
/* harmony export */   bX: () => (/* binding */ chooseRelease),
/* harmony export */   fe: () => (/* binding */ selectVersion),
/* harmony export */   mX: () => (/* binding */ notFound),
/* harmony export */   zQ: () => (/* binding */ stableMatches)
/* harmony export */ });
/* unused harmony export selectRelease */
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2088);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(452);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7621);
/* harmony import */ var _spec_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9506);




/**
 * The release that a spec means among those there are, or undefined. Ranges take the newest (or, with `lowest`, the
 * oldest) stable match; a beta or release candidate only where node-semver lets the range match it, which is when the
 * range names one, and no stable release matches. A release that its list does not call stable is not chosen for a range.
 */
function selectRelease(spec, releases, resolution) {
    const eligible = spec.kind === 'exact' ? releases : releases.filter((one) => one.stable || (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isPrerelease */ .V1)(one.version));
    const version = selectVersion(spec, eligible.map((one) => one.version), resolution);
    return eligible.find((one) => one.version === version);
}
/**
 * The same choice, which for a range passes over what a policy rules out. Where that is all of it the choice is as without a policy, for the policy
 * itself to refuse it.
 */
function chooseRelease(spec, releases, options) {
    const select = (among) => selectRelease(spec, among, options.resolution);
    return choose(spec, releases, ({ version }) => version, select, options);
}
/** The same among plain semvers. */
function chooseVersion(spec, versions, options) {
    const select = (among) => selectVersion(spec, among, options.resolution);
    return choose(spec, versions, (version) => version, select, options);
}
function choose(spec, all, versionOf, select, { ruledOut, note }) {
    const best = select(all);
    const rule = best && ruledOut?.(versionOf(best));
    if (spec.kind !== 'range' || best === undefined || rule === undefined)
        return best;
    const chosen = select(all.filter((one) => ruledOut?.(versionOf(one)) === undefined));
    if (chosen !== undefined)
        note(`Go ${versionOf(best)} is passed over by the rule ${rule} of the policy: ${versionOf(chosen)} is taken`);
    return chosen ?? best;
}
/** The same choice among plain semvers; names that are no Go release are passed over. */
function selectVersion(spec, versions, resolution) {
    if (spec.kind === 'exact')
        return versions.includes(spec.version) ? spec.version : undefined;
    const known = versions.filter(_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isGoSemver */ .B7);
    if (spec.kind === 'alias')
        return selectAlias(spec.alias, known);
    const matches = known.filter((version) => (0,semver__WEBPACK_IMPORTED_MODULE_0__.satisfies)(version, spec.range));
    const stable = matches.filter((version) => !(0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isPrerelease */ .V1)(version));
    return extreme(stable.length > 0 ? stable : matches, resolution);
}
/** The stable matches of a range among plain semvers, each once, the newest first. */
function stableMatches(range, versions) {
    const matches = versions.filter((version) => (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isGoSemver */ .B7)(version) && !(0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isPrerelease */ .V1)(version) && (0,semver__WEBPACK_IMPORTED_MODULE_0__.satisfies)(version, range));
    return [...new Set(matches)].sort(semver__WEBPACK_IMPORTED_MODULE_0__.rcompare);
}
function selectAlias(alias, versions) {
    const releases = versions.filter((version) => !(0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isPrerelease */ .V1)(version));
    const stable = extreme(releases, 'highest');
    if (alias === 'stable')
        return stable;
    if (alias === 'rc') {
        const candidates = versions.filter((version) => version.includes('-rc.'));
        return extreme(stable === undefined ? candidates : [...candidates, stable], 'highest');
    }
    if (stable === undefined)
        return undefined;
    const firstOfMinor = stable.replace(/\d+$/, '0');
    return extreme(releases.filter((version) => (0,semver__WEBPACK_IMPORTED_MODULE_0__.compare)(version, firstOfMinor) < 0), 'highest');
}
function extreme(versions, resolution) {
    let best;
    for (const version of versions) {
        if (best === undefined || (0,semver__WEBPACK_IMPORTED_MODULE_0__.compare)(version, best) > 0 === (resolution === 'highest'))
            best = version;
    }
    return best;
}
/**
 * The versions that come closest to what a spec asks for, newest first, for messages: first those of its own minor by distance,
 * then the newest of the minors around it. Prereleases come last unless the spec is one.
 */
function nearestVersions(spec, versions, count) {
    const wanted = anchor(spec);
    const known = [...new Set(versions.filter(_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isGoSemver */ .B7))].sort((a, b) => (0,semver__WEBPACK_IMPORTED_MODULE_0__.compare)(b, a));
    if (wanted === undefined)
        return known.filter((version) => !(0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .isPrerelease */ .V1)(version)).slice(0, count);
    return known
        .map((version) => ({ version, distance: distance(version, wanted) }))
        .sort((a, b) => compareDistance(a.distance, b.distance))
        .slice(0, count)
        .map((one) => one.version)
        .sort((a, b) => (0,semver__WEBPACK_IMPORTED_MODULE_0__.compare)(b, a));
}
function anchor(spec) {
    if (spec.kind === 'exact')
        return spec.version;
    return spec.kind === 'range' ? (0,semver__WEBPACK_IMPORTED_MODULE_0__.minVersion)(spec.range)?.version : undefined;
}
/** How far apart two versions are, most important part first; smaller is nearer. */
function distance(version, wanted) {
    const [a, b] = [(0,semver__WEBPACK_IMPORTED_MODULE_0__.parse)(version), (0,semver__WEBPACK_IMPORTED_MODULE_0__.parse)(wanted)];
    if (a === null || b === null)
        return [Number.POSITIVE_INFINITY];
    const major = Math.abs(a.major - b.major);
    const minor = major > 0 ? -a.minor : Math.abs(a.minor - b.minor);
    const foreign = a.prerelease.length > 0 === b.prerelease.length > 0 ? 0 : 1;
    // In another major the newest minor helps, in another minor the newest patch; in the same one it is the neighbour.
    const patch = major !== 0 || minor !== 0 ? -a.patch : Math.abs(a.patch - b.patch);
    return [major, a.prerelease.length > 0 && foreign ? 1 : 0, minor, foreign, patch];
}
function compareDistance(a, b) {
    for (const [index, part] of a.entries()) {
        const difference = part - (b[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
/**
 * The failure of a request that the list at `source` cannot meet.
 * @param releases the whole list, of all architectures: a version that is there for another one is called that
 */
function notFound(request, releases, architecture, source) {
    const { spec, origin } = request;
    const wanted = `${(0,_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .quote */ .h)(spec.text)} (${origin})`;
    const here = releases.filter((one) => one.architecture === architecture).map((one) => one.version);
    const nearest = nearestVersions(spec, here, 5);
    const elsewhere = releases.filter((one) => one.architecture !== architecture && selectRelease(spec, [one], 'highest'));
    const evidence = [`list: ${source}`, `releases for windows/${(0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .goArch */ .Jt)(architecture)} there: ${here.length}`];
    const use = nearest.length > 0 ? `Use one of the nearest versions there are: ${nearest.join(', ')}` : '';
    if (elsewhere.length > 0) {
        const others = [...new Set(elsewhere.map((one) => one.architecture))];
        return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w('E_NOT_FOUND', `Go ${wanted} is not published for ${architecture} (windows/${(0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .goArch */ .Jt)(architecture)}) at ${source}, only for ${others.join(' and ')}.`, {
            remedy: `${use || 'Ask for a version that is'}, or set architecture to ${others.join(' or ')}.`,
            evidence,
        });
    }
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w('E_NOT_FOUND', `No Go release for ${architecture} (windows/${(0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .goArch */ .Jt)(architecture)}) at ${source} matches ${wanted}.`, { remedy: use ? `${use}.` : `Check that ${source} publishes Go for Windows, ${architecture}.`, evidence });
}


/***/ }),

/***/ 9506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parseSpec),
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2088);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(452);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7621);



const MAX_LENGTH = 256;
const ALIASES = new Map([
    ['stable', 'stable'],
    ['latest', 'stable'],
    ['oldstable', 'oldstable'],
    ['rc', 'rc'],
    ['next', 'rc'],
]);
const EXAMPLES = "Write a release ('1.25.3', '1.26rc1'), a range ('1.25', '1.25.x', '^1.24.1', '>=1.22.0 <1.24.0') or one of stable, oldstable, latest, rc.";
const NUMBER = '(?:0|[1-9]\\d{0,8})';
const DOTTED = new RegExp(`^(v|go)?(${NUMBER})(?:\\.(${NUMBER}))?(?:\\.(${NUMBER}))?(?:(rc|beta)(${NUMBER}))?$`);
/** With the dot as setup-go has it since v3, or without, as its v1 and v2 had it. */
const SEMVER_PRERELEASE = new RegExp(`^(?:v|go)?(${NUMBER}\\.${NUMBER}\\.${NUMBER}-(?:rc|beta))\\.?(${NUMBER})$`);
const RANGE_CHARACTERS = /^[0-9a-z.*^~<>=| -]+$/;
/**
 * Text of unknown origin as it may stand in a message: quoted, on one line, printable, at most 80 characters of it. Line breaks and tabs
 * are told by their escapes; what else can't be printed is one mark each, for its escape would have six characters.
 */
function quote(text) {
    const head = text.slice(0, 80).replace(/[^\x20-\x7e\n\r\t]/g, '\ufffd');
    return JSON.stringify(text.length > 80 ? `${head}…` : head);
}
/**
 * Reads a version spec: what README lists under its inputs. Case does not matter, nor does space around it.
 * The result holds nothing that was not understood, so its `version` may go into a path or a URL.
 * @param origin where the text comes from, for messages: `input go-version`
 * @throws SetupError E_SPEC naming the text and its origin
 */
function parseSpec(text, origin, options = {}) {
    const trimmed = text.trim();
    if (trimmed.length > MAX_LENGTH)
        throw unreadable(text, origin, `it is longer than ${MAX_LENGTH} characters`);
    if (trimmed === '')
        throw unreadable(text, origin, 'it is empty');
    const lower = trimmed.toLowerCase();
    const alias = ALIASES.get(lower);
    if (alias !== undefined)
        return { kind: 'alias', alias, text: trimmed };
    if (options.from !== 'file')
        refuseEatenZero(lower, origin);
    const spec = parseDotted(lower, trimmed) ?? parseRange(lower, trimmed);
    if (spec === undefined)
        throw unreadable(text, origin);
    return spec;
}
/** YAML reads an unquoted `1.20` as the number 1.2 and the runner hands us `1.2` (setup-go's users met Go 1.2.2 this way). */
function refuseEatenZero(lower, origin) {
    if (!/^1\.[1-4]$/.test(lower))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w('E_SPEC', `The Go version '${lower}' (${origin}) is most likely '${lower}0' without its zero: YAML reads ${lower}0 without quotes as the number ${lower}.`, { remedy: `Quote the version: '${lower}0'. If Go ${lower} is really meant, write '${lower}.x'.` });
}
/** One version by itself, in Go's spelling or as a semver; undefined when the text is something else. */
function parseDotted(lower, text) {
    const semver = SEMVER_PRERELEASE.exec(lower);
    if (semver !== null)
        return { kind: 'exact', version: `${semver[1]}.${semver[2]}`, text };
    const match = DOTTED.exec(lower);
    if (match === null)
        return undefined;
    const [, prefix, major, minor, patch, kind, count] = match;
    if (kind !== undefined) {
        if (minor === undefined)
            return undefined;
        return { kind: 'exact', version: `${major}.${minor}.${patch ?? '0'}-${kind}.${count}`, text };
    }
    if (patch !== undefined)
        return { kind: 'exact', version: `${major}.${minor}.${patch}`, text };
    // `go1.20` is the name of a release; `go1.21` is none (the release is `go1.21.0`), so it can only mean the minor.
    const version = prefix === 'go' ? (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .toSemver */ .Ud)(lower) : undefined;
    if (version !== undefined)
        return { kind: 'exact', version, text };
    return { kind: 'range', range: minor === undefined ? `${major}` : `${major}.${minor}`, text };
}
/** A node-semver range that speaks of Go's versions only; undefined when it is none. */
function parseRange(lower, text) {
    const range = lower.replace(/^go(?=\d)/, '').replace(/[ \t]+/g, ' ');
    if (!RANGE_CHARACTERS.test(range) || /\d{10}/.test(range))
        return undefined;
    let parsed;
    try {
        parsed = new semver__WEBPACK_IMPORTED_MODULE_0__.Range(range);
    }
    catch {
        return undefined;
    }
    const known = parsed.set.flat().every((comparator) => isGoPrerelease(comparator.semver.prerelease));
    return known ? { kind: 'range', range, text } : undefined;
}
/** Go has betas and release candidates; `-0` is how node-semver itself writes "before the first of them". */
function isGoPrerelease(parts) {
    if (parts === undefined || parts.length === 0)
        return true;
    if (parts.length === 1)
        return parts[0] === 0;
    return parts.length === 2 && (parts[0] === 'rc' || parts[0] === 'beta') && typeof parts[1] === 'number';
}
function unreadable(text, origin, reason) {
    const why = reason === undefined ? '' : `: ${reason}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w('E_SPEC', `${quote(text)} (${origin}) is not a Go version${why}.`, {
        remedy: EXAMPLES,
    });
}


/***/ }),

/***/ 307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ minorsFrom),
/* harmony export */   j: () => (/* binding */ supportedMinors)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2088);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7621);


/** Go supports a minor until there are two newer ones (go.dev/doc/devel/release, "Release Policy"). */
const SUPPORTED = 2;
/**
 * The minors that Go supports, going by the releases that there are: the two newest that have one which is no prerelease.
 *
 * @param versions semvers; names that are no Go release are passed over
 * @returns the older first: `1.26`, `1.27`
 */
function supportedMinors(versions) {
    const releases = versions.filter((version) => (0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .isGoSemver */ .B7)(version) && !(0,_names_js__WEBPACK_IMPORTED_MODULE_1__/* .isPrerelease */ .V1)(version)).sort(semver__WEBPACK_IMPORTED_MODULE_0__.compare);
    return [...new Set(releases.map(minorOf))].slice(-SUPPORTED);
}
/**
 * Those of the minors that a module can be built with: not older than its `go` line, below which the go command refuses it.
 *
 * @param least the version of the `go` line, as a semver; all of the minors where left out
 */
function minorsFrom(minors, least) {
    if (least === undefined)
        return [...minors];
    return minors.filter((one) => (0,semver__WEBPACK_IMPORTED_MODULE_0__.compare)(`${one}.0`, `${minorOf(least)}.0`) >= 0);
}
/** `1.26` of `1.26.6`. */
function minorOf(version) {
    return `${(0,semver__WEBPACK_IMPORTED_MODULE_0__.major)(version)}.${(0,semver__WEBPACK_IMPORTED_MODULE_0__.minor)(version)}`;
}


/***/ }),

/***/ 4985:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ recordTree)
/* harmony export */ });
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(138);
/* harmony import */ var _audit_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1489);


const ACTIONS = {
    placed: 'install',
    replaced: 'replace',
    removed: 'remove-leftover',
    pruned: 'prune',
};
/** Records a change of a tool cache. */
async function recordTree(audit, change) {
    const { kind, place, provenance, error, durationMs } = change;
    await audit.record({
        action: ACTIONS[kind],
        target: place,
        from: provenance === undefined ? '' : `${provenance.source} sha256:${provenance.sha256}`,
        outcome: error === undefined
            ? 'ok'
            : (0,_audit_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N)((0,_windows_files_js__WEBPACK_IMPORTED_MODULE_0__.explainFileError)(error, kind === 'pruned' ? 'remove' : 'install into', place)),
        durationMs,
    });
}


/***/ }),

/***/ 1489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   WU: () => (/* binding */ openAudit),
/* harmony export */   au: () => (/* binding */ auditPlaces)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(452);
/* harmony import */ var _toolcache_layout_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9268);



/** What stands as the outcome of a change that failed: the code that the step shows for the error. */
function codeOf(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w ? error.code : 'E_INTERNAL';
}
/** Beside the locks of the tool cache, for all runners that share it; else below the runner's own RUNNER_TEMP. */
function auditPlaces(toolCache, env) {
    const temp = env['RUNNER_TEMP'];
    return {
        file: node_path__WEBPACK_IMPORTED_MODULE_0__.join((0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_2__/* .stateDirectory */ .FK)(toolCache), 'audit.jsonl'),
        lastResort: temp ? node_path__WEBPACK_IMPORTED_MODULE_0__.join(temp, 'setup-go-win', 'audit.jsonl') : undefined,
    };
}
/** Begins the audit of a step. Nothing is loaded, and no file is touched, before there is something to record. */
function openAudit(options) {
    let opening;
    let opened;
    return {
        async record(change) {
            opening ??= __nccwpck_require__.e(/* import() */ 8202).then(__nccwpck_require__.bind(__nccwpck_require__, 8202)).then(({ createAuditLog }) => createAuditLog(options));
            opened = await opening;
            await opened.record(change);
        },
        recorded: () => opened?.recorded() ?? [],
    };
}


/***/ }),

/***/ 9820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ld: () => (/* binding */ progressLines),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   h0: () => (/* binding */ plainLine),
/* harmony export */   tV: () => (/* binding */ stepLog),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3838);

/**
 * Text of any origin as one line that the runner only shows: it takes a line for a command that begins with `::name::`, spaces before
 * it or not, or that has `##[name]` anywhere (actions/runner, ActionCommand).
 */
function plainLine(text) {
    return text
        .replace(/\s*[\r\n]+\s*/g, ' ')
        .replace(/^(\s*):(?=:)/, '$1: ')
        .replaceAll('##[', '## [');
}
/** The step's log. */
const stepLog = {
    info: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(plainLine(line)),
    warn: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e(line, { title: 'setup-go-win' }),
    notice: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm(line, { title: 'setup-go-win' }),
    debug: (line) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .debug */ .Yz(line),
    fold: (title, lines) => {
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .startGroup */ .Oh(plainLine(title));
        for (const line of lines)
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq(plainLine(line));
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .endGroup */ .N4();
    },
};
/** Bytes for people, in decimal units: `78.9 MB`. */
function formatBytes(bytes) {
    if (bytes >= 1e9)
        return `${(bytes / 1e9).toFixed(2)} GB`;
    if (bytes >= 1e6)
        return `${(bytes / 1e6).toFixed(1)} MB`;
    return bytes >= 1e3 ? `${(bytes / 1e3).toFixed(1)} kB` : `${bytes} B`;
}
/** Milliseconds for people: `850 ms`, `12.3 s`, `2 min 5 s`. */
function formatDuration(milliseconds) {
    if (milliseconds < 1000)
        return `${Math.round(milliseconds)} ms`;
    if (milliseconds < 60_000)
        return `${(milliseconds / 1000).toFixed(1)} s`;
    const seconds = Math.round(milliseconds / 1000);
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/**
 * Turns progress into few lines: none in the first two seconds, so that quick work says nothing, and then one whenever two seconds and a
 * tenth of a phase have passed since the last.
 */
function progressLines(log) {
    const last = { time: Date.now(), download: 0, unpack: 0 };
    return ({ phase, done, total, bytesPerSecond }) => {
        const share = total > 0 ? done / total : 0;
        const now = Date.now();
        if (now - last.time < 2000 || share - last[phase] < 0.1)
            return;
        last.time = now;
        last[phase] = share;
        const percent = `${Math.floor(share * 100)} %`;
        const speed = bytesPerSecond === undefined ? '' : `, ${formatBytes(bytesPerSecond)}/s`;
        log.info(phase === 'download'
            ? `Downloaded ${percent} of ${formatBytes(total)}${speed}`
            : `Unpacked ${percent} of ${total} files`);
    };
}


/***/ }),

/***/ 8568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ setInventory),
/* harmony export */   n: () => (/* binding */ setOutputs)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3838);
/* harmony import */ var _toolcache_layout_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9268);


/** Sets the outputs of a step that succeeded; the last toolchain is the one on PATH, and `versions` has them all. @param minors for `supported-minors` */
function setOutputs(toolchains, rebootRequired, cache, minors) {
    const described = toolchains.map(describe);
    for (const [name, value] of Object.entries(described.at(-1) ?? {}))
        _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH(name, value);
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH('versions', described);
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH('supported-minors', minors);
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH('cache-hit', cache?.hit ?? '');
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH('cache-key', cache?.key ?? '');
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH('cache-matched-key', cache?.matchedKey ?? '');
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH('reboot-required', rebootRequired);
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH('error-code', '');
}
/** The machine's inventory, as one JSON document. */
function setInventory(inventory) {
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setOutput */ .uH('inventory', inventory);
}
function describe(toolchain) {
    return {
        'go-version': toolchain.version,
        goroot: toolchain.goroot,
        'go-path': (0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .goExecutable */ .j0)(toolchain.goroot),
        architecture: toolchain.architecture,
        'tool-cache-hit': toolchain.hit,
        source: toolchain.source,
        official: toolchain.official,
    };
}


/***/ }),

/***/ 867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ secretsOf),
/* harmony export */   n: () => (/* binding */ looksSecret)
/* harmony export */ });
/* harmony import */ var _network_display_url_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9816);

/**
 * What the name of a variable says when its value is a secret. A directory (PWD), the author of a commit and the like are none.
 * Too much is hidden rather than too little: a name that looks secret and is not costs a few stars in the log.
 */
const TELLING = /TOKEN|SECRET|PASSW|PASSPHRASE|(?:^|_)(?:PWD|PASS|PAT|SAS)(?:_|$)|KEY(?!BOARD)|AUTH(?!OR)|CRED|COOKIE|SESSION|PRIVATE|SIGNATURE|CONNECTION_?STRING|WEBHOOK/i;
const HARMLESS = new Set(['PWD', 'OLDPWD', 'SESSIONNAME', 'SSH_AUTH_SOCK']);
/** Inputs of this action that only sound like one; `client-key` is a path. */
const HARMLESS_INPUTS = new Set(['INPUT_CACHE-KEY-PREFIX', 'INPUT_MSI-SIGNATURE', 'INPUT_CLIENT-KEY']);
/** Switches and numbers: to hide these words would make the log unreadable, and they are nobody's secret. */
const SWITCH = /^(?:true|false|null|none|undefined|yes|off|auto|keep|local|default|enabled?|disabled?|always|never|required?|warn|https?|\d{1,6})$/i;
const SHORTEST = 4;
/** Variables that hold addresses, one or several, with or without a scheme. */
const ADDRESSES = new Set([
    'INPUT_GO-DOWNLOAD-BASE-URL',
    'GO_DOWNLOAD_BASE_URL',
    'GOPROXY',
    'GOSUMDB',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'ALL_PROXY',
]);
/** Whether the value of a variable of this name is never shown. */
function looksSecret(name) {
    const upper = name.toUpperCase();
    return TELLING.test(upper) && !HARMLESS.has(upper) && !HARMLESS_INPUTS.has(upper);
}
/**
 * The secrets that a step can know of: values of variables (the inputs are variables, too) whose names say so, and what is secret in
 * addresses: credentials and, in those that this action uses, the values of their queries. A pair of user and password counts as one, too, as
 * it travels in a header.
 */
function secretsOf(env) {
    const found = [];
    for (const [name, value = ''] of Object.entries(env)) {
        if (value.length < SHORTEST)
            continue;
        if (looksSecret(name))
            found.push(...valuesIn(value));
        if (ADDRESSES.has(name.toUpperCase()))
            for (const address of value.split(/[\s,|]+/))
                found.push(...(0,_network_display_url_js__WEBPACK_IMPORTED_MODULE_0__/* .secretsIn */ .VY)(address), ...pairIn(address));
        else if (value.includes('://'))
            for (const address of value.split(/\s+/)) {
                const bare = address.replace(/[?#].*$/s, '');
                if (/:\/\/[^/\\]*@/.test(bare))
                    found.push(...(0,_network_display_url_js__WEBPACK_IMPORTED_MODULE_0__/* .secretsIn */ .VY)(bare), ...pairIn(bare));
            }
    }
    return [...new Set(found)].filter((secret) => secret.length >= SHORTEST && !SWITCH.test(secret));
}
/** A value as a whole, what is in a header's value after its scheme, and each of its lines: the log comes in lines. */
function valuesIn(value) {
    const whole = value.trim();
    const bare = whole.replace(/^(?:bearer|basic|token) +/i, '');
    const pair = /^basic /i.test(whole) ? Buffer.from(bare, 'base64').toString() : '';
    const lines = whole.split(/[\r\n]+/).map((line) => line.trim());
    return [whole, bare, pair, pair.replace(/^[^:]*:/, ''), ...(lines.length > 1 ? lines : [])];
}
/** `user:password` of an address, as it is meant. */
function pairIn(address) {
    if (!URL.canParse(address))
        return [];
    const { username, password } = new URL(address);
    if (password === '')
        return [];
    try {
        return [`${decodeURIComponent(username)}:${decodeURIComponent(password)}`];
    }
    catch {
        return [];
    }
}


/***/ }),

/***/ 3394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ij: () => (/* binding */ summarizeFailure),
/* harmony export */   Sy: () => (/* binding */ writeSummary),
/* harmony export */   Wr: () => (/* binding */ errorPage),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   nN: () => (/* binding */ summarizeSuccess)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3838);
/* harmony import */ var _log_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9820);



/** Writes the job summary of a step that succeeded: one row a version; none after an uninstallation. @param note a sentence more; empty: none */
async function summarizeSuccess(toolchains, milliseconds, dryRun = false, note = '') {
    const header = ['Go', 'Architecture', 'From', 'SHA-256 of the file', 'Place'].map((data) => ({
        data,
        header: true,
    }));
    const rows = toolchains.map((toolchain) => [
        escapeHtml(toolchain.goVersion) +
            (toolchain.official || toolchain.source === 'tool-cache-unverified' ? '' : ' (not the official build)'),
        toolchain.architecture,
        toolchain.source,
        toolchain.sha256 ? `<code>${toolchain.sha256.slice(0, 16)}…</code>` : 'not verified by this action',
        `<code>${escapeHtml(toolchain.goroot)}</code>`,
    ]);
    const setUp = dryRun ? 'Go that would be set up' : 'Go is set up';
    _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .summary */ .z.addHeading(rows.length > 0 ? setUp : 'Go is uninstalled', 3);
    if (rows.length > 0)
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .summary */ .z.addTable([header, ...rows]);
    if (note !== '')
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .summary */ .z.addRaw(`<p>${escapeHtml(note)}</p>`, true);
    _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .summary */ .z.addRaw(`In ${(0,_log_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(milliseconds)}.`, true);
    writeSummary();
}
/** Evidence of so many lines is open, more of it is folded away. */
const OPEN_LINES = 8;
/**
 * Writes the job summary of a failed step: what happened, how the machine stands, what to do, and what it rests on. All of it is HTML without an
 * empty line, which Markdown leaves as it is: no character of a text has a meaning there but those of HTML, which are escaped.
 */
async function summarizeFailure(failure, facts) {
    const row = (name, text) => [{ data: name, header: true }, escapeHtml((0,_log_js__WEBPACK_IMPORTED_MODULE_2__/* .plainLine */ .h0)(text))];
    const link = errorPage(failure.code, process.env);
    const page = link === undefined ? '' : ` — <a href="${escapeHtml(link)}">more on ${failure.code}</a>`;
    _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .summary */ .z
        .addHeading(`${failure.code}: ${failure.title}`, 3)
        .addTable([
        row('Cause', failure.message),
        ...(failure.state === undefined ? [] : [row('Now', failure.state)]),
        [{ data: 'Remedy', header: true }, `${escapeHtml((0,_log_js__WEBPACK_IMPORTED_MODULE_2__/* .plainLine */ .h0)(failure.remedy))}${page}`],
    ]);
    const evidence = failure.evidence.filter((line) => line.trim() !== '').map(escapeHtml);
    const shown = `<pre>${evidence.join('\n')}</pre>`;
    if (evidence.length > OPEN_LINES)
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .summary */ .z.addDetails(`Evidence (${evidence.length} lines)`, shown);
    else if (evidence.length > 0)
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .summary */ .z.addRaw(`<p>Evidence</p>${shown}`, true);
    if (facts.diagnostics !== undefined)
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .summary */ .z.addDetails(`Diagnostics: <code>${escapeHtml(facts.diagnostics)}</code>`, `<p>To keep them, give this step an id and let this one follow it:</p><pre>${escapeHtml(UPLOAD)}</pre>`);
    const { wanted, architecture, runner, milliseconds } = facts;
    const about = [
        wanted === '' ? '' : `Go ${wanted} for ${architecture}`,
        runner === '' ? '' : `on ${runner}`,
        `failed after ${(0,_log_js__WEBPACK_IMPORTED_MODULE_2__/* .formatDuration */ .a3)(milliseconds)}`,
    ];
    _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .summary */ .z.addRaw(`<p>${escapeHtml((0,_log_js__WEBPACK_IMPORTED_MODULE_2__/* .plainLine */ .h0)(about.filter(Boolean).join(' · ')))}</p>`, true);
    writeSummary();
}
/** The step that keeps a bundle, as docs/diagnostics.md has it. */
const UPLOAD = `- if: failure() && steps.go.outputs.diagnostics-path != ''
  uses: actions/upload-artifact@v4
  with:
    name: setup-go-win-diagnostics
    path: \${{ steps.go.outputs.diagnostics-path }}`;
/** The entry of a code in docs/errors.md of the version that runs; undefined where the runner does not say which that is (`uses: ./`). */
function errorPage(code, env) {
    const server = env['GITHUB_SERVER_URL'] ?? '';
    const repository = env['GITHUB_ACTION_REPOSITORY'] ?? '';
    const ref = env['GITHUB_ACTION_REF'] ?? '';
    const sound = /^https?:\/\/[\w.:-]+$/.test(server) && /^[\w.-]+\/[\w.-]+$/.test(repository);
    if (!sound || !/^[\w./-]+$/.test(ref))
        return undefined;
    return `${server}/${repository}/blob/${ref}/docs/errors.md#${code.toLowerCase()}`;
}
/**
 * Written at once, without a thread of Node's, which may all wait for a dead share. A runner without summaries (an old GitHub Enterprise Server),
 * or a full one, is no reason to fail the step.
 */
function writeSummary() {
    const text = _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .summary */ .z.stringify();
    _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .summary */ .z.emptyBuffer();
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(process.env['GITHUB_STEP_SUMMARY'] ?? '', text);
    }
    catch (error) {
        _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .debug */ .Yz(`No job summary: ${String(error)}`);
    }
}
/** Text of any origin as it stands in HTML. */
function escapeHtml(text) {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;');
}


/***/ }),

/***/ 9802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  H: () => (/* binding */ namesVersion),
  h: () => (/* binding */ readRequests)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: ./lib/release/spec.js
var spec = __nccwpck_require__(9506);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: ./lib/text-encoding.js
var text_encoding = __nccwpck_require__(3436);
;// CONCATENATED MODULE: ./lib/release/version-lines.js


/**
 * The version of a go.mod or go.work: `toolchain` before `go`, the other way round for `lowest`; `toolchain default` means `go`.
 * The grammar is that of Go's modules reference: one directive a line or a block in parentheses, `//` comments alone.
 */
function readGoMod(text, resolution) {
    let go;
    let toolchain;
    let block = false;
    for (const [index, whole] of lines(text).entries()) {
        const comment = whole.indexOf('//');
        const line = (comment < 0 ? whole : whole.slice(0, comment)).trim();
        if (block) {
            block = !line.startsWith(')');
            continue;
        }
        if (line.endsWith('(')) {
            block = true;
            continue;
        }
        const [key, ...values] = line.split(/\s+/);
        const value = values.join(' ');
        if (key === 'go')
            go ??= { value, line: index + 1, key };
        // A name such as go1.21.3-acme is a build of 1.21.3 (Go's toolchain reference).
        if (key === 'toolchain' && value !== 'default')
            toolchain ??= { value: value.replace(/^(go\d[^-\s]*)-\S*$/, '$1'), line: index + 1, key };
    }
    const found = resolution === 'lowest' ? (go ?? toolchain) : (toolchain ?? go);
    return found && { ...found, least: go?.value };
}
/** The Go of asdf's and mise's .tool-versions: the first version behind the first `golang` or `go`. */
function readToolVersions(text) {
    for (const [index, whole] of lines(text).entries()) {
        const [key, value] = beforeHash(whole).split(/\s+/);
        if (key === 'golang' || key === 'go')
            return value === undefined ? undefined : { value, line: index + 1, key };
    }
    return undefined;
}
/** The first line that is neither empty nor a comment. */
function readVersionLine(text) {
    for (const [index, whole] of lines(text).entries()) {
        const value = beforeHash(whole);
        if (value !== '' && !value.startsWith('//'))
            return { value, line: index + 1 };
    }
    return undefined;
}
/**
 * A spec out of a version manager's file, where it may also be a word that only the manager can follow.
 * @throws SetupError E_SPEC
 */
function fileSpec(value, origin) {
    if (!/^(?:system$|path:|ref:)/i.test(value))
        return (0,spec/* parseSpec */.F)(value, origin, { from: 'file' });
    throw new errors/* SetupError */.w('E_SPEC', `${(0,spec/* quote */.h)(value)} (${origin}) names a Go of the machine it was written on, not a version.`, {
        remedy: 'Put a version there, such as 1.25.3, or give the input go-version, which goes before the file.',
    });
}
function lines(text) {
    return text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
}
function beforeHash(line) {
    const hash = line.indexOf('#');
    return (hash < 0 ? line : line.slice(0, hash)).trim();
}

;// CONCATENATED MODULE: ./lib/release/version-file.js






const NAMES = ['go.work', 'go.mod', '.go-version', '.tool-versions'];
/** A version file is some hundred bytes; the largest go.mod known is far below this. */
const MAX_BYTES = 2 ** 20;
/** The workspace's own version file: the first there is of go.work, go.mod, .go-version and .tool-versions. */
function findVersionFile(workspace) {
    return NAMES.map((name) => external_node_path_.join(workspace, name)).find(isFile);
}
/** What cannot be looked at counts as absent here: the search goes on, and naming the file tells why. */
function isFile(file) {
    try {
        return external_node_fs_.statSync(file).isFile();
    }
    catch {
        return false;
    }
}
/**
 * Reads the Go version that a file asks for. The name decides the format: `go.mod`, `go.work` (and any `*.mod`, `*.work`), `.tool-versions`,
 * `mise.toml`; any other is read like `.go-version`, as setup-go does.
 *
 * @returns the spec, with file and line for messages
 * @throws SetupError E_INPUT when there is no such file, or it is a directory, larger than 1 MiB, no text or no TOML;
 *   E_SPEC when it names no version, or none that can be understood
 */
async function readVersionFile(file, options) {
    const text = decode(readBounded(file), file);
    const name = external_node_path_.basename(file).toLowerCase();
    const shown = external_node_path_.basename(file);
    if (/^\.?mise(?:\..+)?\.toml$/.test(name)) {
        const { readMise } = await Promise.all(/* import() */[__nccwpck_require__.e(3292), __nccwpck_require__.e(3587)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3587));
        const { value, origin } = readMise(text, shown, file);
        return { spec: fileSpec(value, origin), origin };
    }
    const found = readFormat(name, text, options.resolution);
    if (found === undefined)
        throw noVersion(file, name);
    const origin = `${shown} line ${found.line}${found.key === undefined ? '' : ` (${found.key})`}`;
    return { spec: specOf(found, name, origin), origin, ...leastOf(found.least) };
}
function readFormat(name, text, resolution) {
    if (isGoMod(name))
        return readGoMod(text, resolution);
    return name === '.tool-versions' ? readToolVersions(text) : readVersionLine(text);
}
function specOf(found, name, origin) {
    if (!isGoMod(name))
        return fileSpec(found.value, origin);
    // Go's own files know versions alone: no aliases, no ranges, and `toolchain` has a `go` before it.
    if (/^(?:go)?\d+(?:\.\d+)*(?:[a-z]+\d+)?$/.test(found.value))
        return (0,spec/* parseSpec */.F)(found.value, origin, { from: 'file' });
    throw new errors/* SetupError */.w('E_SPEC', `${(0,spec/* quote */.h)(found.value)} (${origin}) is not a Go version.`, {
        remedy: 'Correct the file (`go mod edit -go=1.25.3`), or give the input go-version, which goes before the file.',
    });
}
/** A `go` line that is no version is the go command's to complain of, where the toolchain line was taken. */
function leastOf(text) {
    const [, minor, patch = '0'] = /^1\.(\d{1,4})(?:\.(\d{1,4}))?(?:(?:rc|beta)\d{1,4})?$/.exec(text ?? '') ?? [];
    return minor === undefined ? {} : { least: `1.${Number(minor)}.${Number(patch)}` };
}
function isGoMod(name) {
    return name.endsWith('.mod') || name.endsWith('.work');
}
function noVersion(file, name) {
    const wanted = isGoMod(name)
        ? 'a line such as `go 1.25.3`'
        : name === '.tool-versions'
            ? 'a line such as `golang 1.25.3`'
            : 'a version such as `1.25.3` on a line of its own';
    return new errors/* SetupError */.w('E_SPEC', `The version file ${file} names no Go version.`, {
        remedy: `Add ${wanted} to it, or give the input go-version.`,
    });
}
function readBounded(file) {
    const unusable = (what, remedy, cause) => new errors/* SetupError */.w('E_INPUT', `The version file ${file} ${what}.`, { remedy, cause });
    const correct = 'Correct go-version-file (a path in the repository), or check the repository out before this step.';
    try {
        const stat = external_node_fs_.statSync(file, { throwIfNoEntry: false });
        if (stat === undefined)
            throw unusable('does not exist', correct);
        if (stat.isDirectory())
            throw unusable('is a directory', 'Name a file in go-version-file, such as go.mod.');
        if (!stat.isFile())
            throw unusable('is not a regular file', correct);
        if (stat.size > MAX_BYTES) {
            const what = `has ${stat.size} bytes, and no version file needs more than ${MAX_BYTES}`;
            throw unusable(what, 'Check that go-version-file names the right file, or give the input go-version.');
        }
        return external_node_fs_.readFileSync(file);
    }
    catch (cause) {
        if (cause instanceof errors/* SetupError */.w)
            throw cause;
        throw unusable('cannot be read', correct, cause);
    }
}
function decode(bytes, file) {
    try {
        return (0,text_encoding/* decodeText */.g)(bytes);
    }
    catch (cause) {
        throw new errors/* SetupError */.w('E_INPUT', `The version file ${file} is not a text file: ${cause instanceof Error ? cause.message : String(cause)}.`, { remedy: 'Check that go-version-file names the right file, and save it as UTF-8.', cause });
    }
}

;// CONCATENATED MODULE: ./lib/requests.js




/** Whether an input names a version, or a file that does. */
function namesVersion({ goVersions, goVersionFile }) {
    return goVersions.length > 0 || goVersionFile !== '';
}
/**
 * Which versions are wanted: the input, else the file that the input names, else a version file of the workspace.
 *
 * @throws SetupError E_INPUT where none of them is there; E_SPEC where it names no version
 */
async function readRequests({ inputs, host: { workspace }, log, learned, }) {
    if (inputs.goVersions.length > 0) {
        if (inputs.goVersionFile !== '')
            log.warn('Both go-version and go-version-file are given: go-version is used.');
        return inputs.goVersions.map((text) => ({
            spec: (0,spec/* parseSpec */.F)(text, 'input go-version'),
            origin: 'input go-version',
        }));
    }
    const file = inputs.goVersionFile === '' ? findVersionFile(workspace) : external_node_path_.resolve(workspace, inputs.goVersionFile);
    if (file === undefined) {
        throw new errors/* SetupError */.w('E_INPUT', `No Go version is given, and ${workspace} has no go.work, go.mod, .go-version or .tool-versions.`, {
            remedy: 'Give the input go-version or go-version-file, or check the repository out before this step.',
        });
    }
    const request = await readVersionFile(file, { resolution: inputs.resolution });
    if (request.least !== undefined)
        learned.least = request.least;
    return [request];
}


/***/ }),

/***/ 1473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ setup)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __nccwpck_require__(3838);
// EXTERNAL MODULE: ./lib/go-settings.js
var go_settings = __nccwpck_require__(3787);
// EXTERNAL MODULE: ./lib/toolcache/layout.js
var layout = __nccwpck_require__(9268);
;// CONCATENATED MODULE: ./lib/environment.js





/** Variables that tell a later step of ours what an earlier one wrote, so that it never takes that for the user's own choice. */
const WROTE_GOTOOLCHAIN = 'SETUP_GO_WIN_GOTOOLCHAIN';
const WROTE_GOROOT = 'SETUP_GO_WIN_GOROOT';
/**
 * Gives later steps this Go: PATH, GOROOT and GOTOOLCHAIN, as the inputs say. The only writer of the job's environment.
 *
 * @param env the step's environment as the runner passed it
 */
function applyEnvironment(toolchain, inputs, env) {
    const facts = [];
    const warnings = [];
    const bin = external_node_path_.dirname((0,layout/* goExecutable */.j0)(toolchain.goroot));
    const others = goesOnPath(env).filter((file) => !samePath(external_node_path_.dirname(file), bin));
    const stale = staleGoroot(toolchain, env);
    if (!inputs.updateEnvironment) {
        facts.push('PATH, GOROOT and GOTOOLCHAIN are left alone: update-environment is false');
        if (stale)
            (stale.ours ? facts : warnings).push(`GOROOT is ${stale.goroot}, so a go started by later steps uses that tree.`);
        return { facts, warnings };
    }
    const directories = [bin, ...installedPrograms(env)];
    // What is added last comes first; the runner moves what an earlier step had added, where it is spelled the same.
    for (const directory of directories.toReversed())
        core/* addPath */.fM(directory);
    facts.push(`PATH begins with ${directories.join(', then ')}`);
    if (others.length > 0)
        facts.push(`It goes before ${others.join(', ')}`);
    const local = ['go.exe', 'go.cmd', 'go.bat', 'go.com'].find((name) => (0,external_node_fs_.existsSync)(external_node_path_.join(env['GITHUB_WORKSPACE'] ?? '', name)));
    if (env['GITHUB_WORKSPACE'] && local) {
        warnings.push(`${external_node_path_.join(env['GITHUB_WORKSPACE'], local)} shadows this Go in steps with "shell: cmd", which look in the current directory first.`);
    }
    if (inputs.setGoroot) {
        exportAs('GOROOT', toolchain.goroot, WROTE_GOROOT);
        facts.push(`GOROOT = ${toolchain.goroot}`);
        if (stale && !stale.ours)
            warnings.push(`The runner sets GOROOT to ${stale.goroot}, which is not this Go. Later steps of this job get the right one; remove it from the machine.`);
    }
    else if (stale?.ours) {
        exportAs('GOROOT', '', WROTE_GOROOT); // to Go an empty one is none
        facts.push(`GOROOT is emptied: an earlier step of this action had set it to ${stale.goroot}`);
    }
    else if (stale) {
        warnings.push(`GOROOT is ${stale.goroot}, which is not this Go, and set-goroot is false: later steps will mix the two. Unset it, or leave set-goroot at true.`);
    }
    facts.push(applyGotoolchain(inputs.goToolchain, env));
    return { facts, warnings };
}
/** Where `go install` puts programs: GOBIN where it is set, and GOPATH\bin. Neither is made: Go makes it when there is something to put there. */
function installedPrograms(env) {
    const gobin = (0,go_settings/* goSetting */.T)('GOBIN', env);
    const gopath = (0,go_settings/* readGopath */.c)(env);
    const places = [gobin, gopath && external_node_path_.join(gopath, 'bin')].filter((place) => place !== undefined && external_node_path_.isAbsolute(place));
    return places.filter((place, index) => places.findIndex((other) => samePath(other, place)) === index);
}
function applyGotoolchain(policy, env) {
    const variable = env['GOTOOLCHAIN'];
    const present = (0,go_settings/* goSetting */.T)('GOTOOLCHAIN', env);
    const ours = Boolean(variable) && variable === env[WROTE_GOTOOLCHAIN];
    if (policy === 'keep' || (policy === '' && present && !ours)) {
        if (!present)
            return 'GOTOOLCHAIN is left unset';
        const whose = ours ? 'an earlier step of this action set it' : 'the job had it';
        return `GOTOOLCHAIN = ${present}, as ${variable ? whose : '"go env -w" has set it'}`;
    }
    const value = policy || 'local';
    exportAs('GOTOOLCHAIN', value, WROTE_GOTOOLCHAIN);
    return `GOTOOLCHAIN = ${value}${value === 'local' ? ': later steps run this Go and fetch no other' : ''}`;
}
/** Gives later steps the module and build cache that this step chose: GOMODCACHE and GOCACHE, by name. */
function exportCacheDirectories(variables) {
    for (const [name, directory] of Object.entries(variables))
        core/* exportVariable */.dN(name, directory);
}
function exportAs(name, value, marker) {
    core/* exportVariable */.dN(name, value);
    core/* exportVariable */.dN(marker, value);
}
/** A GOROOT that is not this tree, and whether an earlier step of ours wrote it. */
function staleGoroot(toolchain, env) {
    const goroot = (0,go_settings/* goSetting */.T)('GOROOT', env);
    if (!goroot || samePath(goroot, toolchain.goroot) || leadsTo(goroot, toolchain.goroot))
        return undefined;
    const wrote = env[WROTE_GOROOT];
    return { goroot, ours: Boolean(env['GOROOT'] && wrote) && samePath(goroot, wrote ?? '') };
}
/** Every go.exe on PATH, each once, the one that won until now first. */
function goesOnPath(env) {
    const directories = (env['PATH'] ?? env['Path'] ?? '').split(external_node_path_.delimiter).filter(external_node_path_.isAbsolute);
    const files = directories.map((directory) => external_node_path_.join(directory, 'go.exe')).filter(external_node_fs_.existsSync);
    return files.filter((file, index) => files.findIndex((other) => samePath(other, file)) === index);
}
/** Whether a directory is a link to another, as `current` of the machine is. */
function leadsTo(link, directory) {
    try {
        return samePath((0,external_node_fs_.realpathSync)(link), directory);
    }
    catch {
        return false; // it leads nowhere
    }
}
function samePath(a, b) {
    return external_node_path_.resolve(a).toLowerCase() === external_node_path_.resolve(b).toLowerCase();
}

// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(452);
// EXTERNAL MODULE: ./lib/input-rules.js
var input_rules = __nccwpck_require__(5645);
// EXTERNAL MODULE: ./lib/input-values.js
var input_values = __nccwpck_require__(5106);
// EXTERNAL MODULE: ./lib/fleet/attempt.js
var attempt = __nccwpck_require__(9029);
// EXTERNAL MODULE: ./lib/fleet/slots.js
var slots = __nccwpck_require__(5325);
;// CONCATENATED MODULE: ./lib/leg-inputs.js




/** The words of the input `stage`: those of legs, and `upgrade`, which is a plan's alone. */
const STAGES = ['scan', 'upgrade', ...slots/* UPGRADE_STAGES */.L8, 'rollback'];
/** Reads the inputs that speak of one leg of a fleet's upgrade. @throws SetupError E_INPUT */
function legInputs() {
    return {
        expectedRunner: (0,input_values/* text */.Qq)('expected-runner'),
        runnerId: (0,input_values/* text */.Qq)('runner-id'),
        stage: stage(),
        resultFile: (0,input_values/* text */.Qq)('result-file'),
        healthCheck: (0,input_values/* flag */.Jt)('health-check', false),
        healthRuns: (0,input_values/* wholeNumber */.rD)('health-runs', 9) ?? 3,
        tolerance: (0,input_values/* percent */.KN)('tolerance', '25%', 1000),
    };
}
/** Empty where it is not given. */
function stage() {
    const value = (0,input_values/* text */.Qq)('stage');
    if (value === '')
        return '';
    const known = STAGES.find((one) => one === value);
    if (known === undefined)
        throw (0,input_values/* invalid */.Gq)('stage', value, 'it is no stage of an upgrade', `Use one of: ${STAGES.join(', ')}.`);
    return known;
}
/**
 * Who the leg is. Read by itself and never refused, so that a step whose inputs are refused leaves its result, too. Without `runner-id` the leg goes by
 * the name of the runner, and without `stage` a status is a scan, and anything else a canary.
 */
function readLegName(env) {
    const runner = env['RUNNER_NAME'] ?? '';
    const operation = (0,input_values/* text */.Qq)('operation') || 'install';
    const given = STAGES.find((one) => one === (0,input_values/* text */.Qq)('stage'));
    const otherwise = operation === 'status' ? 'scan' : 'canary';
    return {
        file: (0,input_values/* text */.Qq)('result-file'),
        id: (0,input_values/* text */.Qq)('runner-id') || runner,
        runner,
        stage: given === undefined || given === 'upgrade' ? otherwise : given,
        attempt: (0,attempt/* attemptOf */.t)(env),
        operation,
    };
}
/**
 * GitHub gives a job to any runner that has its labels. A leg that is meant for one runner is not done on another.
 *
 * @throws SetupError E_WRONG_RUNNER
 */
function requireRunner(expected, env) {
    const actual = env['RUNNER_NAME'] ?? '';
    if (expected === '' || expected.toLowerCase() === actual.toLowerCase())
        return;
    throw new errors/* SetupError */.w('E_WRONG_RUNNER', `This job is for the runner ${expected}, and ${actual === '' ? 'RUNNER_NAME is not set' : `it runs on ${actual}`}. Nothing was changed.`, {
        remedy: `Give each runner of the fleet a label that no other one has, such as its name, and have it in the labels of ${expected}.`,
        evidence: [`runner ${actual || '(without a name)'}, expected ${expected}`],
    });
}

;// CONCATENATED MODULE: ./lib/machine-inputs.js

const FLEET_OPERATIONS = ['plan', 'gate', 'report', 'watch'];
/** Whether a step is about a fleet, and so neither about the Go of this machine nor bound to Windows. */
function isFleetOperation(operation) {
    return FLEET_OPERATIONS.includes(operation);
}
/** Reads the inputs that speak of the whole machine, and refuses what does not go together among them. @throws SetupError E_INPUT */
function machineInputs() {
    const installMethod = (0,input_values/* choice */.Yq)('install-method', ['zip', 'msi']);
    const operation = (0,input_values/* choice */.Yq)('operation', [
        'install',
        'switch',
        'repair',
        'rollback',
        'uninstall',
        'status',
        'prune',
        'plan',
        'gate',
        'report',
        'watch',
    ]);
    const scope = (0,input_values/* choice */.Yq)('scope', ['job', 'machine']);
    const ofMachine = !isFleetOperation(operation) && !/^(?:install|status|prune)$/.test(operation);
    if (installMethod === 'zip' && scope === 'job' && ofMachine) {
        throw (0,input_values/* invalid */.Gq)('operation', operation, 'it is for the Go of the machine, and scope is job', 'Set scope to machine, or install-method to msi, or leave the input out.');
    }
    const machineRoot = (0,input_values/* directory */.yy)('machine-root');
    if (installMethod === 'zip' && /[;%]/.test(machineRoot)) {
        throw (0,input_values/* invalid */.Gq)('machine-root', machineRoot, 'what lies there goes on PATH, where a semicolon ends an entry and % begins a variable', 'Name a directory without them.');
    }
    return {
        installMethod,
        scope: installMethod === 'msi' ? 'machine' : scope,
        operation,
        machineGoroot: (0,input_values/* flag */.Jt)('machine-goroot', false),
        machineRoot,
        msiInstallDir: (0,input_values/* directory */.yy)('msi-install-dir'),
        msiSignature: (0,input_values/* choice */.Yq)('msi-signature', ['require', 'warn', 'off']),
        msiPublisher: (0,input_values/* text */.Qq)('msi-publisher') || 'Google LLC',
        msiTimeoutMs: (0,input_values/* duration */.p0)('msi-timeout', '30m'),
        onRebootRequired: (0,input_values/* choice */.Yq)('on-reboot-required', ['fail', 'warn']),
    };
}

// EXTERNAL MODULE: ./lib/network/display-url.js
var display_url = __nccwpck_require__(9816);
// EXTERNAL MODULE: ./lib/release/names.js
var names = __nccwpck_require__(7621);
// EXTERNAL MODULE: ./lib/toolcache/leases.js
var leases = __nccwpck_require__(569);
;// CONCATENATED MODULE: ./lib/inputs.js









/**
 * Reads the inputs from the variables that the runner sets (`INPUT_…`) and checks each. Masks the secrets among them.
 *
 * @throws SetupError E_INPUT naming the input and the values it takes
 */
function readInputs() {
    const token = (0,input_values/* text */.Qq)('token');
    const mirrorToken = (0,input_values/* text */.Qq)('mirror-token');
    const mirror = (0,input_values/* text */.Qq)('go-download-base-url') || (process.env['GO_DOWNLOAD_BASE_URL'] ?? '').trim();
    const goProxy = (process.env['GOPROXY'] ?? '').trim();
    const addresses = [
        mirror,
        ...goProxy.split(/[,|]/),
        (process.env['GOSUMDB'] ?? '').trim().split(/\s+/)[1] ?? '',
    ];
    const secrets = [
        token,
        mirrorToken,
        mirrorToken.replace(/^(?:bearer|basic) +/i, ''),
        ...addresses.flatMap((address) => (0,display_url/* secretsIn */.VY)(address.trim())),
    ];
    for (const secret of new Set(secrets))
        if (secret !== '')
            core/* setSecret */.Pq(secret);
    if (/[^\t\x20-\x7e]/.test(mirrorToken)) {
        throw new errors/* SetupError */.w('E_INPUT', 'The input mirror-token holds a character that no header may have.', {
            remedy: 'See whether the secret has a line end or a letter of another script in it.',
        });
    }
    const inputs = {
        // A line of spaces, or the CR of one that Windows wrote, is none.
        goVersions: core/* getMultilineInput */.q3('go-version').filter((line) => line !== ''),
        goVersionFile: (0,input_values/* text */.Qq)('go-version-file'),
        checkLatest: (0,input_values/* flag */.Jt)('check-latest', false),
        resolution: (0,input_values/* choice */.Yq)('resolution', ['highest', 'lowest']),
        architecture: architecture(),
        mirror,
        mirrorToken,
        caFile: (0,input_values/* fileName */.Md)('ca-file', (0,input_values/* text */.Qq)('ca-file')),
        clientCert: (0,input_values/* fileName */.Md)('client-cert', (0,input_values/* text */.Qq)('client-cert')),
        clientKey: (0,input_values/* fileName */.Md)('client-key', (0,input_values/* text */.Qq)('client-key')),
        token,
        checksum: checksum(),
        officialOnly: (0,input_values/* flag */.Jt)('official-only', false),
        transparency: (0,input_values/* choice */.Yq)('transparency', ['auto', 'require', 'off']),
        goSumDb: (process.env['GOSUMDB'] ?? '').trim(),
        goProxy,
        offline: (0,input_values/* flag */.Jt)('offline', false),
        verify: (0,input_values/* choice */.Yq)('verify', ['auto', 'always']),
        lockTimeoutMs: (0,input_values/* duration */.p0)('lock-timeout', '10m'),
        downloadTimeoutMs: (0,input_values/* duration */.p0)('download-timeout', '10m'),
        stopHolders: (0,input_values/* flag */.Jt)('stop-holders', false),
        goToolchain: toolchain(),
        setGoroot: (0,input_values/* flag */.Jt)('set-goroot', true),
        updateEnvironment: (0,input_values/* flag */.Jt)('update-environment', true),
        problemMatchers: (0,input_values/* flag */.Jt)('problem-matchers', true),
        summary: (0,input_values/* choice */.Yq)('summary', ['auto', 'always', 'never']),
        cache: (0,input_values/* choice */.Yq)('cache', ['auto', 'true', 'false', 'restore-only']),
        cacheDependencyPath: core/* getMultilineInput */.q3('cache-dependency-path').filter((line) => line !== ''),
        cacheKeyPrefix: cacheKeyPrefix(),
        ...machineInputs(),
        leaseHours: (0,input_values/* wholeNumber */.rD)('lease-hours', leases/* LONGEST_LEASE_HOURS */._c) ?? leases/* DEFAULT_LEASE_HOURS */.ZB,
        keepVersions: (0,input_values/* wholeNumber */.rD)('keep-versions', 10_000),
        keepMinors: (0,input_values/* wholeNumber */.rD)('keep-minors', 10_000),
        keepDays: (0,input_values/* wholeNumber */.rD)('keep-days', 10_000),
        ...legInputs(),
        dryRun: (0,input_values/* flag */.Jt)('dry-run', false),
        policy: (0,input_values/* text */.Qq)('policy'),
    };
    (0,input_rules/* refuseContradictions */.D)(inputs);
    return Object.freeze(inputs);
}
/**
 * The input `metrics-file`: a path, from the workspace where it is no whole one; empty where it is not given. It is read by itself and never
 * refused, so that a step whose other inputs are refused writes its metrics, too.
 */
function readMetricsFile() {
    return (0,input_values/* text */.Qq)('metrics-file');
}
function architecture() {
    const value = (0,input_values/* text */.Qq)('architecture');
    if (value === '')
        return undefined;
    const parsed = (0,names/* parseArchitecture */.ZN)(value);
    if (parsed === undefined) {
        throw (0,input_values/* invalid */.Gq)('architecture', value, 'Go for Windows has no such architecture', 'Use x64 (amd64), x86 (386, ia32) or arm64, or leave it out for the one of the machine.');
    }
    return parsed;
}
function cacheKeyPrefix() {
    const value = (0,input_values/* text */.Qq)('cache-key-prefix');
    if (/^[^,\s]{0,200}$/.test(value))
        return value;
    throw (0,input_values/* invalid */.Gq)('cache-key-prefix', value, 'a cache key takes neither commas nor spaces, nor as many letters', 'Use up to 200 letters, digits and dashes.');
}
function checksum() {
    const value = (0,input_values/* text */.Qq)('checksum');
    if (value === '')
        return '';
    const hex = value.toLowerCase().replace(/^sha256:/, '');
    if (!/^[0-9a-f]{64}$/.test(hex)) {
        throw (0,input_values/* invalid */.Gq)('checksum', value, 'a SHA-256 has 64 hex digits', 'Copy it from the SHA256 column of go.dev/dl.');
    }
    return hex;
}
/** Go's own grammar of GOTOOLCHAIN (go.dev/doc/toolchain#select), plus `keep`. */
function toolchain() {
    const value = (0,input_values/* text */.Qq)('go-toolchain');
    if (value === '' || /^(?:keep|local|auto|path)$/.test(value))
        return value;
    if (/^(?:local|go1\.[0-9a-z.-]+)(?:\+(?:auto|path))?$/.test(value))
        return value;
    throw (0,input_values/* invalid */.Gq)('go-toolchain', value, 'it is no value of GOTOOLCHAIN', 'Use local, auto, path, keep, or a toolchain name such as go1.25.3 or go1.25.3+auto.');
}

// EXTERNAL MODULE: ./lib/leases.js
var lib_leases = __nccwpck_require__(3108);
;// CONCATENATED MODULE: ./lib/modcache/decide.js
/** Events that run trusted code on what others may have put into a cache, or others' code beside caches of the trusted. */
const SENSITIVE_EVENTS = new Set(['release', 'pull_request_target', 'workflow_run']);
/**
 * Whether caches are restored and saved. With `auto` they are on hosted runners, which begin every job with nothing; a self-hosted one keeps its
 * module cache on its disk. `auto` also leaves them alone where what is built is published or runs with rights: what an earlier, less
 * trusted run has saved must not get in there.
 *
 * @param env for the event: GITHUB_EVENT_NAME, GITHUB_REF_TYPE
 */
function decideCaching(inputs, host, env) {
    const off = (reason) => ({ restore: false, save: false, reason });
    if (inputs.cache === 'false')
        return off('');
    if (inputs.operation !== 'install')
        return off('');
    if (inputs.offline)
        return off('No module cache: offline is true, and the cache service is on the network');
    if (inputs.cache === 'restore-only')
        return { restore: true, save: false, reason: '' };
    if (inputs.cache === 'true')
        return { restore: true, save: true, reason: '' };
    const event = env['GITHUB_EVENT_NAME'] ?? '';
    if (!host.hosted)
        return off('No module cache: a self-hosted runner keeps its own (cache: true turns it on here)');
    if (SENSITIVE_EVENTS.has(event))
        return off(`No module cache: the event is ${event}, where nothing of earlier runs should get in (cache: auto)`);
    if (env['GITHUB_REF_TYPE'] === 'tag')
        return off('No module cache: the run is for a tag, where nothing of earlier runs should get in (cache: auto)');
    return { restore: true, save: true, reason: '' };
}

// EXTERNAL MODULE: ./lib/policy/load.js
var load = __nccwpck_require__(6964);
// EXTERNAL MODULE: ./lib/provide.js
var provide = __nccwpck_require__(9470);
// EXTERNAL MODULE: ./lib/release/builtin-minors.js
var builtin_minors = __nccwpck_require__(2997);
// EXTERNAL MODULE: ./lib/release/supported.js
var supported = __nccwpck_require__(307);
// EXTERNAL MODULE: ./lib/report/audit.js
var report_audit = __nccwpck_require__(1489);
// EXTERNAL MODULE: ./lib/windows/host.js
var windows_host = __nccwpck_require__(5159);
// EXTERNAL MODULE: ./lib/report/log.js
var report_log = __nccwpck_require__(9820);
;// CONCATENATED MODULE: ./lib/report/closing.js




/** A place that does not answer must not keep the step from saying how it ended. */
const WRITE_MS = 2000;
/**
 * Says what the step changed and where that is recorded, and writes the metrics and the result of a leg: the last things before it says how it ended.
 * Never rejects, and fails no step.
 */
async function closeReport(closing) {
    tellAudit(closing.audit, report_log/* stepLog */.tV);
    const { metricsFile, leg } = closing;
    await Promise.all([
        closing_attempt(metricsFile, 'metrics file', () => writeMetrics(closing)),
        closing_attempt(leg.name.file, 'result file', () => writeResult(closing)),
    ]);
}
async function closing_attempt(file, what, write) {
    if (file === '')
        return;
    let timer;
    const tooLong = new Promise((_, reject) => {
        const end = () => reject(new Error(`it took longer than ${WRITE_MS / 1000} s`));
        timer = setTimeout(end, WRITE_MS);
    });
    await Promise.race([write(), tooLong])
        .catch((error) => report_log/* stepLog */.tV.warn(`The ${what} ${file} cannot be written: ${String(error)}`))
        .finally(() => clearTimeout(timer));
}
/** The hash is on GitHub then, out of reach of this machine: without it nobody could tell that a log was cut off at its end. */
function tellAudit(audit, log) {
    const recorded = audit?.recorded() ?? [];
    for (const { file, changes, hash } of recorded)
        log.info(`Audit: ${changes} change${changes === 1 ? '' : 's'} recorded in ${file}, the last line's hash is ${hash}`);
    const last = recorded.at(-1);
    if (last === undefined)
        return;
    try {
        core/* setOutput */.uH('audit-path', last.file);
    }
    catch (error) {
        log.info(`The output audit-path cannot be set: ${String(error)}`);
    }
}
async function writeMetrics(closing) {
    const [{ metricsText }, { writeWhole }, { listEntries }] = await Promise.all([
        __nccwpck_require__.e(/* import() */ 9173).then(__nccwpck_require__.bind(__nccwpck_require__, 9173)),
        __nccwpck_require__.e(/* import() */ 9215).then(__nccwpck_require__.bind(__nccwpck_require__, 9215)),
        __nccwpck_require__.e(/* import() */ 2904).then(__nccwpck_require__.bind(__nccwpck_require__, 2904)),
    ]);
    const { code, startedAt, toolchains, timeline, toolCaches, metricsFile, leg } = closing;
    const endedAt = Date.now();
    const text = metricsText({
        code,
        runner: process.env['RUNNER_NAME'] ?? '',
        endedAt,
        tookMs: endedAt - startedAt,
        toolchains,
        timeline,
        health: leg.record.health,
        present: (await Promise.all(toolCaches.map(listEntries))).flat(),
    });
    const file = external_node_path_.resolve((0,windows_host/* workspaceOf */.B3)(process.env), metricsFile);
    await writeWhole(file, text, WRITE_MS / 2);
}
async function writeResult({ code, message, startedAt, timeline, leg }) {
    const { writeLegResult } = await __nccwpck_require__.e(/* import() */ 8418).then(__nccwpck_require__.bind(__nccwpck_require__, 8418));
    const end = { code, message, startedAt, endedAt: Date.now(), bytes: timeline.bytes };
    await writeLegResult(leg.name, leg.record, end, WRITE_MS / 2);
}

;// CONCATENATED MODULE: ./lib/report/failure.js



const TITLES = {
    E_INPUT: 'an input is not usable',
    E_SPEC: 'this is not a Go version',
    E_NOT_FOUND: 'there is no such Go',
    E_PLATFORM: 'not a Windows runner',
    E_NETWORK: 'the download source cannot be reached',
    E_LIST: 'the release list cannot be read',
    E_CHECKSUM: 'the file is not what it should be',
    E_TRANSPARENCY: 'the checksum database does not vouch for it',
    E_ARCHIVE: 'the archive is refused',
    E_DISK: 'the disk is full',
    E_LOCKED: 'something else is using it',
    E_PERMISSION: 'the runner may not write or run something',
    E_ACL: 'others may change what an administrator would run',
    E_POLICY: 'the policy does not allow it',
    E_MSI_TARGET: 'other files lie where Go is to go',
    E_MSI_SIGNATURE: 'the package is not signed as it should be',
    E_MSI_LOCKED: 'a file of Go is in use',
    E_MSI_PERMISSION: 'the installation needs an administrator',
    E_MSI_POLICY: 'a policy of this machine forbids it',
    E_MSI_SOURCE: 'the package of the installed Go is missing',
    E_MSI_DISK: 'there is no room for the installation',
    E_MSI_PACKAGE: 'the package cannot be read',
    E_MSI_SERVICE: 'the Windows Installer service does not work',
    E_MSI_BUSY: 'another installation is running',
    E_MSI_SUSPENDED: 'an earlier installation is unfinished',
    E_MSI_PLATFORM: 'the package is not for this machine',
    E_MSI_CANCELLED: 'the installation was cancelled',
    E_MSI_INTERNAL: 'Windows Installer itself failed',
    E_MSI_FAILED: 'the installation failed',
    E_REBOOT: 'Windows has to be restarted',
    E_VERIFY: 'the installed Go is not what was asked for',
    E_WRONG_RUNNER: 'the job runs on another runner than it is for',
    E_GATE: 'the roll-out is stopped',
    E_HEALTH: 'the new Go is broken or slower than the one before',
    E_CANCELLED: 'the step was cancelled',
    E_INTERNAL: 'a defect of this action',
};
/** Describes any thrown value as a failure. @param redact what goes through it before it is shown: all of it */
function describeFailure(error, redact = (text) => text) {
    const failure = describe(error);
    return {
        ...failure,
        message: redact(failure.message),
        remedy: redact(failure.remedy),
        state: failure.state === undefined ? undefined : redact(failure.state),
        // Before lines are joined: a secret of several lines is known as it is.
        evidence: failure.evidence.map(redact).map(report_log/* plainLine */.h0),
    };
}
function describe(error) {
    if (error instanceof errors/* SetupError */.w) {
        const told = [error.message, ...error.evidence];
        const causes = causeChain(error.cause).filter((cause) => !told.some((line) => line.includes(cause)));
        return {
            code: error.code,
            title: TITLES[error.code],
            message: error.message,
            remedy: error.remedy,
            state: error.state,
            evidence: [...error.evidence, ...causes.map(because)],
        };
    }
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return {
        code: 'E_INTERNAL',
        title: TITLES.E_INTERNAL,
        message: `Unexpected: ${(error instanceof Error ? error.message : String(error)).replace(/[.\s]*$/, '.')}`,
        remedy: 'Run the step again; if it fails the same way, report it with this log and its diagnostics.',
        state: undefined,
        evidence: [
            ...stack
                .split('\n')
                .slice(1, 12)
                .map((line) => line.trim()),
            ...causeChain(error instanceof Error ? error.cause : undefined).map(because),
        ],
    };
}
/**
 * Fails the step: the evidence and where the diagnostics are as log lines, then the one annotation, last and outside any group; and the outputs
 * `error-code` and `diagnostics-path`.
 * Sets the exit code and leaves ending the process to Node: `process.exit` after network use trips an assertion on Windows
 * (nodejs/node#56645).
 */
function reportFailure(failure, diagnostics) {
    process.exitCode = core/* ExitCode */.yU.Failure;
    try {
        core/* setOutput */.uH('error-code', failure.code);
        if (diagnostics?.path !== undefined)
            core/* setOutput */.uH('diagnostics-path', diagnostics.path);
    }
    catch (error) {
        core/* info */.pq(`The output error-code cannot be set: ${String(error)}`); // what failed the step matters more
    }
    if (failure.evidence.length > 0) {
        core/* info */.pq('What is known of the failure:');
        for (const line of failure.evidence)
            core/* info */.pq(`  ${line}`);
    }
    if (diagnostics?.path !== undefined)
        core/* info */.pq(`Diagnostics (keep them with actions/upload-artifact): ${diagnostics.path}`);
    if (diagnostics?.missing !== undefined)
        core/* info */.pq((0,report_log/* plainLine */.h0)(`No diagnostics could be written: ${diagnostics.missing}`));
    const { message, state, remedy } = failure;
    core/* error */.z3([message, state, remedy].filter(Boolean).join(' '), {
        title: `${failure.code}: ${failure.title}`,
    });
}
/** Messages of the errors underneath, the nearest first. */
function causeChain(cause) {
    const messages = [];
    for (let current = cause; current instanceof Error && messages.length < 5; current = current.cause) {
        messages.push(current.message);
    }
    return messages;
}
function because(message) {
    return `because: ${message}`;
}

// EXTERNAL MODULE: ./lib/report/summary.js
var summary = __nccwpck_require__(3394);
;// CONCATENATED MODULE: ./lib/report/fail.js




/** How long the bundle may keep the failure from being reported, in milliseconds. */
const BUNDLE_MS = 10_000;
/** The runner ends a step about 10 s after it asked it to stop, and some of them are gone by now. */
const CANCELLED_MS = 1500;
/** Reports a failure: diagnostics first, since all the rest names them, then the summary, the record of changes and the outputs, and the annotation last. Never throws. */
async function failStep(error, step) {
    process.exitCode = 1; // before anything that could end the process early
    const { redact, transcript, inputs, started } = step;
    transcript.close();
    const failure = describeFailure(error, redact);
    const diagnostics = await leaveDiagnostics(error, failure, step);
    if (inputs?.summary !== 'never') {
        await (0,summary/* summarizeFailure */.Ij)(failure, {
            diagnostics: diagnostics.path,
            wanted: redact(wantedBy(inputs)),
            architecture: inputs?.architecture ?? (0,windows_host/* machineArchitecture */.JW)(process.env),
            runner: process.env['RUNNER_NAME'] ?? '',
            milliseconds: Date.now() - started,
        });
    }
    await step.close(failure);
    reportFailure(failure, diagnostics);
}
/** The bundle is worth a few seconds and no more: a part that hangs, or the whole, is given up. */
async function leaveDiagnostics(error, failure, step) {
    const { inputs, transcript, redact, started, signal } = step;
    // An error that nobody caught aborts the signal, too, and nobody waits for that step to end.
    const cancelled = signal.aborted && signal.reason instanceof errors/* SetupError */.w;
    const time = new AbortController();
    const stop = () => time.abort(new Error('the time for it is up'));
    const timer = setTimeout(stop, cancelled ? CANCELLED_MS : BUNDLE_MS);
    if (!signal.aborted)
        signal.addEventListener('abort', stop, { once: true });
    try {
        const { writeDiagnostics } = await Promise.all(/* import() */[__nccwpck_require__.e(7507), __nccwpck_require__.e(9844)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9844));
        const failed = { error, failure, inputs, env: process.env, lines: transcript.lines(), redact, started };
        return { path: await writeDiagnostics(failed, time.signal, cancelled) };
    }
    catch (trouble) {
        return { path: undefined, missing: redact(trouble instanceof Error ? trouble.message : String(trouble)) };
    }
    finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
    }
}
/** What the step was asked for, in a few words. */
function wantedBy(inputs) {
    if (inputs === undefined)
        return '';
    if (inputs.goVersions.length > 0)
        return inputs.goVersions.join(', ');
    return inputs.goVersionFile || 'what the version file of the workspace says';
}

// EXTERNAL MODULE: ./lib/report/outputs.js
var outputs = __nccwpck_require__(8568);
;// CONCATENATED MODULE: ./lib/report/problem-matchers.js



/** Beside the bundle: the build copies src/problem-matchers/go.json there. */
const FILE = 'problem-matchers.json';
/**
 * Tells the runner how problems look that later steps' Go prints, so that they become annotations. The runner replaces what an earlier step
 * registered under the same owners, and fails a step whose file is not there: then nothing is registered.
 *
 * @param program the bundle that runs
 * @returns what there is to say of it; undefined where all is well
 */
function registerProblemMatchers(program = process.argv[1] ?? '') {
    const file = external_node_path_.join(external_node_path_.dirname(program), FILE);
    if (!(0,external_node_fs_.existsSync)(file))
        return `No problem matchers: ${file} is not there`;
    core/* info */.pq(`::add-matcher::${file.replaceAll('%', '%25')}`);
    return undefined;
}

;// CONCATENATED MODULE: ./lib/report/secret-patterns.js
// What has the looks of a secret in text of any origin: logs of msiexec, command lines of others, answers of servers. Every expression is
// linear, or bounded, on any text.
/** Words that a name ends in, or holds, whose value is secret. */
const WORD = '(?:passw(?:or)?d|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key|account[_-]?key|private[_-]?key|client[_-]?key|credentials?|(?<!msi-)signature|(?<![a-z])(?:sig|sas)(?![a-z])|auth(?!or|enticode)|session[_-]?id|cookie)';
const NAME = `[\\w.-]{0,40}${WORD}[\\w.-]{0,40}`;
/** A value in quotes, which may be those of a text within quotes. */
const QUOTED = String.raw `\\"[^"\r\n]*"?|"(?:[^"\\\r\n]|\\.)*"?|'[^'\r\n]*'?`;
/** One in quotes, else up to a space or what ends one in a list, a query or an element. */
const VALUE = String.raw `(${QUOTED}|[^\s"',;&<>]+)`;
/** What ends the name before a value, if it stands in quotes. */
const END = String.raw `\\?["']?\s{0,3}`;
/** Each has what stays, and what is hidden. */
const NAMED = [
    // Headers, alone on a line, in JSON or in a command line: to the end of the line or of the quotes.
    new RegExp(String.raw `(\b(?:(?:proxy-)?authorization|(?:set-)?cookie|x-[\w-]{0,30}(?:token|key|auth|secret)[\w-]{0,30})${END}[:=]\s{0,3})(${QUOTED}|[^\r\n"'<>]+)`, 'gi'),
    /(\b(?:Bearer|Basic)\s{1,3})([\w+/=.~-]{6,})/gi,
    // Windows Installer's own ways to write a property.
    new RegExp(String.raw `(\b${NAME} property\. Its (?:current )?value is )('[^'\r\n]*(?:'\. Its new value: '[^'\r\n]*)?'?)`, 'gi'),
    new RegExp(String.raw `(\bProperty\(\w\): ${NAME} = )([^\r\n]+)`, 'gi'),
    // Command lines and settings: NAME=value, "NAME": "value", --name value, /p:Name=value, -u user:password, /user:name password.
    new RegExp(String.raw `(\b${NAME}${END}=\s{0,3})${VALUE}`, 'gi'),
    new RegExp(String.raw `(["'][\w.-]{0,40}${WORD}[\w.-]{0,40}\\?["']\s{0,3}:\s{0,3})(${QUOTED})`, 'gi'),
    /(\b[\w.-]{0,40}(?:passw(?:or)?d|passphrase|pwd|secret)\s{0,3}:\s{1,3})([^\s"',;&<>]+)/gi,
    new RegExp(String.raw `((?:^|\s)--?[\w-]{0,40}(?:${WORD}|(?:key|pat)(?![a-z]))[\w-]{0,20}\s{1,3})(?![-/])${VALUE}`, 'gim'),
    /(\s(?:-u|--user)(?:\s{1,3}|=))([^\s"']*:[^\s"']+)/g,
    /(\s\/u(?:ser)?:\S{1,100}\s{1,3})(?!\/)(\S+)/gi,
];
const SHAPES = [
    [/-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/g, '***'],
    // Addresses: credentials, and queries and fragments that have values.
    [/([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/@"'<>]{1,1000}@/gi, '$1***@'],
    [/([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/@:"'<>]{1,200}:(?!\d{1,5}(?:\/|$))[^\s@"'<>]{1,1000}@/gi, '$1***@'],
    [/(https?:\/\/[^\s?#"'<>]{1,2000})(\?|#(?=[^\s"'<>=]{0,100}=))[^\s"'<>]+/gi, '$1$2***'],
    // Tokens that say what they are: GitHub, GitLab, npm, Slack, AWS, Google, and signed ones (JWT).
    [
        /\b(?:gh[pousr]_\w{10,}|github_pat_\w{10,}|glpat-[\w-]{10,}|npm_\w{20,}|xox[abeprs]-[\w-]{10,}|(?:AKIA|ASIA)[0-9A-Z]{16}\b|AIza[\w-]{30,}|eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*)/g,
        '***',
    ],
];
/** Something of what all patterns need: most lines have nothing of it. */
const SUSPICIOUS = /passw|passphrase|pwd|secret|token|key|credential|signature|sig|sas|auth|session|cookie|bearer|basic|:\/\/|-----BEGIN|[-/]u|gh[pousr]_|github_pat_|glpat-|npm_|xox|AKIA|ASIA|AIza|eyJ/i;
/** Hides what looks like a secret. What is hidden already stays as it is. */
function redactPatterns(text) {
    if (!SUSPICIOUS.test(text))
        return text;
    let shown = text;
    for (const [pattern, replacement] of SHAPES)
        shown = shown.replace(pattern, replacement);
    for (const pattern of NAMED)
        shown = shown.replace(pattern, hideValue);
    return shown;
}
/** The quotes around a value stay: JSON stays JSON. */
function hideValue(_, name, value) {
    const quote = /^\\?["']/.exec(value)?.[0] ?? '';
    return `${name}${quote}***${quote}`;
}

// EXTERNAL MODULE: ./lib/report/secrets.js
var report_secrets = __nccwpck_require__(867);
;// CONCATENATED MODULE: ./lib/report/redact.js


const HIDDEN = '***';
/** Beginnings of secrets that a message cut off: this much of one has to be there, and it has to be the end of what is quoted. */
const BEGINNING = 8;
/**
 * Makes the one redactor of a step: what it knows to be secret, in the forms in which it travels (as it is, percent-encoded, in base64, in
 * JSON, as HTML), and what has the looks of a secret wherever it comes from (see secret-patterns.ts). All that the step says goes
 * through it before it is said: the runner masks only what it was told of, and nothing in a file.
 */
function createRedactor(env) {
    const secrets = (0,report_secrets/* secretsOf */.F)(env);
    const forms = [...new Set(secrets.flatMap(formsOf))].sort((a, b) => b.length - a.length);
    const long = forms.filter((form) => form.length > BEGINNING);
    return (text) => {
        let shown = text;
        for (const form of forms)
            if (shown.includes(form))
                shown = shown.replaceAll(form, HIDDEN);
        for (const form of long)
            shown = withoutBeginning(shown, form);
        return redactPatterns(shown);
    };
}
/** The ways in which a text is written down by others. */
function formsOf(secret) {
    const encoded = percentEncoded(secret);
    const once = [
        secret,
        encoded,
        encoded.replaceAll('%20', '+'),
        encoded.replace(/%../g, (code) => code.toLowerCase()),
        JSON.stringify(secret).slice(1, -1),
        secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    ];
    return [...new Set([...once, ...base64Forms(secret)])];
}
function percentEncoded(text) {
    try {
        return encodeURIComponent(text);
    }
    catch {
        return text; // half a surrogate pair
    }
}
/**
 * How a text looks inside of base64, whatever stands before and behind it: three bytes make four characters, so there are three ways to fall on them,
 * and the characters at the edges belong to the neighbours.
 */
function base64Forms(text) {
    const bytes = Buffer.from(text);
    const forms = [0, 1, 2].flatMap((before) => {
        const whole = Buffer.concat([Buffer.alloc(before), bytes]);
        const behind = whole.length % 3 === 0 ? 0 : (whole.length % 3) + 1;
        const plain = whole.toString('base64').replace(/=+$/, '');
        const inner = plain.slice([0, 2, 3][before], behind === 0 ? plain.length : plain.length - 1);
        return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
    });
    return forms.filter((form) => form.length >= BEGINNING);
}
/** A quote of an answer ends somewhere, maybe in the middle of a secret. */
function withoutBeginning(text, secret) {
    const start = secret.slice(0, BEGINNING);
    let shown = text;
    for (let at = shown.indexOf(start); at >= 0; at = shown.indexOf(start, at + 1)) {
        let end = at + BEGINNING;
        while (end < shown.length && shown[end] === secret[end - at])
            end++;
        if (/^(?:["'`…)]|\s*$|\s*\n|\.\.\.)/.test(shown.slice(end, end + 3)))
            shown = `${shown.slice(0, at)}${HIDDEN}${shown.slice(end)}`;
    }
    return shown;
}

;// CONCATENATED MODULE: ./lib/report/timeline.js
/** Phases of a step whose durations are worth a figure. */
const PHASES = (/* unused pure expression or super */ null && (['resolve', 'wait', 'fetch', 'verify', 'publish', 'msi', 'health']));
function startTimeline() {
    const durations = {};
    const bytes = { downloaded: 0, unpacked: 0, removed: 0 };
    /** Of each measured work that goes on, the outermost first: what was measured inside of it. */
    const inside = [];
    return {
        async measure(phase, work) {
            const started = performance.now();
            inside.push(0);
            try {
                return await work();
            }
            finally {
                const whole = performance.now() - started;
                durations[phase] = (durations[phase] ?? 0) + whole - (inside.pop() ?? 0);
                const outer = inside.length - 1;
                if (outer >= 0)
                    inside[outer] = (inside[outer] ?? 0) + whole;
            }
        },
        addBytes(kind, count) {
            bytes[kind] += count;
        },
        durations,
        bytes,
    };
}

;// CONCATENATED MODULE: ./lib/report/transcript.js
/** The beginning says what was asked for and is kept in any case; of the rest the newest lines are. */
const FIRST_LINES = 1000;
const LAST_LINES = 19_000;
/** Characters of the newest lines, and of the first ones as well. */
const MOST_CHARACTERS = 2_000_000;
/** No line says more. */
const LONGEST_LINE = 20_000;
/**
 * Puts itself between the rooms and the log: what they say is redacted once, here, and kept as plain strings. Costs next to nothing until
 * somebody asks for it.
 *
 * @param say where the lines go
 */
function startTranscript(say, redact) {
    const started = performance.now();
    const first = [];
    let firstSize = 0;
    let last = [];
    let lastSize = 0;
    /** Lines at the start of `last` that are dropped already. */
    let gone = 0;
    let dropped = 0;
    let closed = false;
    function keep(level, text) {
        const time = String(Math.round(performance.now() - started)).padStart(7);
        const line = `${time} ms  ${level.padEnd(6)}  ${text.slice(0, LONGEST_LINE)}`;
        if (dropped === 0 && last.length === 0 && first.length < FIRST_LINES && firstSize < MOST_CHARACTERS) {
            first.push(line);
            firstSize += line.length;
            return;
        }
        last.push(line);
        lastSize += line.length;
        while (last.length - gone > LAST_LINES || lastSize > MOST_CHARACTERS) {
            lastSize -= last[gone]?.length ?? 0;
            gone++;
            dropped++;
        }
        if (gone > LAST_LINES) {
            last = last.slice(gone);
            gone = 0;
        }
    }
    function said(level) {
        return (line) => {
            if (closed)
                return;
            const text = redact(line);
            keep(level, text);
            say[level](text);
        };
    }
    return {
        log: {
            info: said('info'),
            warn: said('warn'),
            notice: said('notice'),
            debug: said('debug'),
            fold(title, lines) {
                if (closed)
                    return;
                const [head = '', ...rest] = [title, ...lines].map(redact);
                for (const line of [head, ...rest.map((one) => `  ${one}`)])
                    keep('fold', line);
                say.fold(head, rest);
            },
        },
        close() {
            closed = true;
        },
        lines: () => [
            ...first,
            ...(dropped > 0 ? [`(${dropped} lines are left out here: the log is longer than is kept)`] : []),
            ...last.slice(gone),
        ],
    };
}

// EXTERNAL MODULE: ./lib/requests.js + 2 modules
var lib_requests = __nccwpck_require__(9802);
// EXTERNAL MODULE: ./lib/toolcache/vanished.js
var vanished = __nccwpck_require__(3784);
// EXTERNAL MODULE: ./lib/toolchain.js
var lib_toolchain = __nccwpck_require__(1244);
// EXTERNAL MODULE: ./lib/windows/cancellation.js
var cancellation = __nccwpck_require__(6094);
;// CONCATENATED MODULE: ./lib/setup.js



























/**
 * The whole step: inputs → requests → toolchains → environment → report. Never throws: a failure is reported and sets the exit code.
 *
 * @param signal aborted, with a SetupError as its reason, when the runner cancels the step
 */
async function setup(signal) {
    const started = Date.now();
    const redact = createRedactor(process.env);
    const transcript = startTranscript(report_log/* stepLog */.tV, redact);
    const { log } = transcript;
    let inputs;
    let failed = false;
    let context;
    const metricsFile = readMetricsFile();
    const timeline = startTimeline();
    const leg = { name: readLegName(process.env), record: {} };
    async function close(failure, toolchains = []) {
        const { audit, host } = context ?? {};
        const toolCaches = host?.toolCaches ?? [];
        const code = failure?.code ?? 'ok';
        const message = failure ? [failure.message, failure.state].filter(Boolean).join(' ') : '';
        const facts = { code, message, startedAt: started, timeline, toolchains, toolCaches };
        await closeReport({ ...facts, metricsFile, leg, audit });
    }
    async function fail(error) {
        if (failed)
            return;
        failed = true;
        await failStep(error, { inputs, transcript, redact, started, signal, close });
    }
    async function run() {
        inputs = readInputs();
        requireRunner(inputs.expectedRunner, process.env);
        if (isFleetOperation(inputs.operation)) {
            const { operateFleet } = await __nccwpck_require__.e(/* import() */ 1591).then(__nccwpck_require__.bind(__nccwpck_require__, 1591));
            await operateFleet({ inputs, log, redact, timeline, signal, env: process.env });
            await close();
            log.info(`Done in ${(0,report_log/* formatDuration */.a3)(Date.now() - started)}`);
            return;
        }
        context = await openContext(inputs, timeline, log, signal);
        if (leg.name.file !== '')
            leg.record.architecture = (0,lib_toolchain/* architectureOf */.NJ)(context);
        await close(undefined, await operate(context));
        log.info(`Done in ${(0,report_log/* formatDuration */.a3)(Date.now() - started)}`);
    }
    /** @returns what later steps can use */
    async function operate(context) {
        const { inputs } = context;
        if (inputs.operation === 'prune') {
            const { prune } = await __nccwpck_require__.e(/* import() */ 4745).then(__nccwpck_require__.bind(__nccwpck_require__, 4745));
            await prune(context);
            return [];
        }
        if (inputs.operation === 'status') {
            await tellStatus(context, leg);
            return [];
        }
        const { toolchains, sightings, changed, rebootRequired } = await provideAll(context, leg);
        signal.throwIfAborted();
        // The last moment: what is gone by now must not get into the environment of later steps.
        await (0,vanished/* requireStillThere */._c)(sightings, signal);
        const current = inputs.dryRun ? undefined : toolchains.at(-1);
        if (current) {
            const { facts, warnings } = applyEnvironment(current, inputs, process.env);
            for (const fact of facts)
                log.info(fact);
            for (const warning of warnings)
                log.warn(warning);
            if (inputs.problemMatchers && inputs.updateEnvironment) {
                const trouble = registerProblemMatchers();
                if (trouble !== undefined)
                    log.info(trouble);
            }
        }
        const cache = current && (await restoreModuleCache(current, context));
        (0,outputs/* setOutputs */.n)(toolchains, rebootRequired, cache, minorsOf(context));
        if (inputs.summary === 'always' || (inputs.summary === 'auto' && changed))
            await (0,summary/* summarizeSuccess */.nN)(toolchains, Date.now() - started, inputs.dryRun, await healthNote(leg, inputs));
        if (inputs.dryRun)
            log.info('Dry run: nothing was changed, and later steps get nothing of it');
        return toolchains;
    }
    try {
        // Whatever breaks because the step is being cancelled, the cancellation is what happened.
        await (0,cancellation/* endOf */.p)(run(), signal);
    }
    catch (error) {
        await fail(error);
    }
    // A step that is through cannot be cancelled any more, but something that it left behind can still break.
    signal.addEventListener('abort', () => {
        if (!(signal.reason instanceof errors/* SetupError */.w))
            void fail(signal.reason);
    });
}
/** @throws SetupError E_PLATFORM where this is no Windows, or no runner; E_INPUT and E_POLICY of a policy */
async function openContext(inputs, timeline, log, signal) {
    const { env } = process;
    const host = (0,windows_host/* readHost */.rk)(env, process.platform);
    const learned = {};
    const policy = await (0,load/* loadPolicy */.t)(inputs, host.workspace, learned, log);
    const secrets = [inputs.token, inputs.mirrorToken, ...(0,display_url/* secretsIn */.VY)(inputs.mirror)];
    const places = (0,report_audit/* auditPlaces */.au)(host.toolCache, env);
    const audit = (0,report_audit/* openAudit */.WU)({ ...places, secrets, policy: policy?.label, env, log, signal });
    const leases = inputs.dryRun ? lib_leases/* NO_LEASES */.eY : (0,lib_leases/* openLeases */.cY)(inputs.leaseHours, env, log);
    return { inputs, host, log, audit, leases, learned, policy, timeline, signal };
}
/** By the list that was read in this step, if there was one, else by the built-in index. */
function minorsOf({ learned: { versions, least } }) {
    return (0,supported/* minorsFrom */.h)(versions ? (0,supported/* supportedMinors */.j)(versions) : builtin_minors/* newestMinors */.$, least);
}
/** What there is, in the log and as the output `inventory`. Loaded only when it is asked for. */
async function tellStatus(context, leg) {
    const { inputs, log } = context;
    if ((0,lib_requests/* namesVersion */.H)(inputs))
        log.notice('operation: status does not read a version: it tells of every Go.');
    const { takeInventory, describeInventory } = await Promise.all(/* import() */[__nccwpck_require__.e(8414), __nccwpck_require__.e(2110), __nccwpck_require__.e(2875), __nccwpck_require__.e(8938)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8938));
    const inventory = await takeInventory(context);
    for (const line of describeInventory(inventory))
        log.info(line);
    (0,outputs/* setInventory */.Z)(inventory);
    if (leg.name.file === '')
        return;
    const { recordScan } = await Promise.all(/* import() */[__nccwpck_require__.e(8414), __nccwpck_require__.e(1648), __nccwpck_require__.e(5326), __nccwpck_require__.e(5529), __nccwpck_require__.e(2875), __nccwpck_require__.e(9365)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9365));
    recordScan(inventory, context, leg.record);
}
/** Modules and builds of earlier runs. Loaded only when they are wanted. */
async function restoreModuleCache(current, context) {
    const { restore, save, reason } = decideCaching(context.inputs, context.host, process.env);
    if (reason !== '')
        context.log.info(reason);
    if (!restore)
        return undefined;
    const { restoreCaches } = await __nccwpck_require__.e(/* import() */ 8101).then(__nccwpck_require__.bind(__nccwpck_require__, 8101));
    const outcome = await restoreCaches(current, context, save);
    exportCacheDirectories(outcome?.variables ?? {});
    return outcome;
}
async function provideAll(context, leg) {
    const { inputs, log } = context;
    if (inputs.token !== '' && inputs.mirror !== '')
        log.info('The input token is not sent to the mirror; mirror-token is what it gets');
    if (inputs.scope === 'machine')
        return await provideAsLeg(context, leg);
    const toolchains = [];
    const sightings = [];
    for (const request of await readAllowed(context)) {
        const toolchain = await (0,provide/* provideToolchain */.n)(request, context);
        toolchains.push(toolchain);
        if (!inputs.dryRun)
            sightings.push(sighted(toolchain));
    }
    return { toolchains, sightings, changed: false, rebootRequired: false };
}
/** The Go of the whole machine, and where the step is a leg of a fleet's upgrade what is to be told of it. */
async function provideAsLeg(context, { name, record }) {
    if (name.file === '' && !context.inputs.healthCheck)
        return await provideForMachine(context);
    const { runLeg } = await Promise.all(/* import() */[__nccwpck_require__.e(8414), __nccwpck_require__.e(1648), __nccwpck_require__.e(5326), __nccwpck_require__.e(5529), __nccwpck_require__.e(2875), __nccwpck_require__.e(9365)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9365));
    return await runLeg(context, record, provideForMachine);
}
/** For the summary; empty where nothing was checked. */
async function healthNote({ record: { health } }, inputs) {
    if (inputs.healthCheck && inputs.dryRun)
        return (await Promise.all(/* import() */[__nccwpck_require__.e(8414), __nccwpck_require__.e(1648), __nccwpck_require__.e(5326), __nccwpck_require__.e(5529), __nccwpck_require__.e(2875), __nccwpck_require__.e(9365)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9365))).NO_CHECK;
    if (health === undefined)
        return '';
    const { describeHealth } = await __nccwpck_require__.e(/* import() */ 1642).then(__nccwpck_require__.bind(__nccwpck_require__, 1642));
    return `Health check: ${describeHealth(health)}.`;
}
/** The requests; an exact version that the policy refuses ends the step before anything is looked at. @throws SetupError E_POLICY, and as readRequests */
async function readAllowed(context) {
    const requests = await (0,lib_requests/* readRequests */.h)(context);
    for (const { spec, origin } of requests)
        if (spec.kind === 'exact' && context.inputs.operation !== 'uninstall')
            await context.policy?.requireVersion({ version: spec.version, origin });
    return requests;
}
/** The Go of the whole machine. Loaded only when it is asked for. */
async function provideForMachine(context) {
    const { inputs, log } = context;
    const named = (0,lib_requests/* namesVersion */.H)(inputs);
    if (inputs.operation === 'rollback' && named)
        log.notice('operation: rollback does not read a version: it returns to the one before.');
    const needed = inputs.operation === 'install' || inputs.operation === 'switch';
    const reads = needed || (inputs.operation !== 'rollback' && named);
    const requests = reads ? await readAllowed(context) : [];
    if (inputs.installMethod === 'zip') {
        const { operateSideBySide } = await Promise.all(/* import() */[__nccwpck_require__.e(8414), __nccwpck_require__.e(1648), __nccwpck_require__.e(5326), __nccwpck_require__.e(5529), __nccwpck_require__.e(2875), __nccwpck_require__.e(7819), __nccwpck_require__.e(3745)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3745));
        const { toolchains, changed } = await operateSideBySide(requests, context);
        return {
            toolchains,
            sightings: inputs.dryRun ? [] : toolchains.map(sighted),
            changed,
            rebootRequired: false,
        };
    }
    const { operateMsi } = await Promise.all(/* import() */[__nccwpck_require__.e(8414), __nccwpck_require__.e(1648), __nccwpck_require__.e(5326), __nccwpck_require__.e(5529), __nccwpck_require__.e(2110), __nccwpck_require__.e(5379), __nccwpck_require__.e(7507), __nccwpck_require__.e(2086), __nccwpck_require__.e(3433), __nccwpck_require__.e(7837)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7837));
    const { toolchain, changed, rebootRequired } = await operateMsi(requests[0], context);
    const toolchains = toolchain ? [toolchain] : [];
    return { toolchains, sightings: inputs.dryRun ? [] : toolchains.map(sighted), changed, rebootRequired };
}
function sighted({ goroot, source }) {
    return { goroot, marked: source !== 'msi', seenAt: new Date() };
}


/***/ }),

/***/ 3436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ decodeText)
/* harmony export */ });
/**
 * The text of a file that people write: UTF-8 with or without a mark, or UTF-16 with its mark, which is what `>` writes in Windows PowerShell 5.
 *
 * @throws TypeError where it is no text, saying as what it was read
 */
function decodeText(bytes) {
    const [first, second] = bytes;
    const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
    try {
        const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
        if (!text.includes('\0'))
            return text;
    }
    catch {
        // says no more than that it is not
    }
    throw new TypeError(`it is no valid ${encoding.toUpperCase()}, or holds NUL bytes`);
}


/***/ }),

/***/ 2605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  V: () => (/* binding */ describeTorn),
  l: () => (/* binding */ findInToolCache)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var lib_core = __nccwpck_require__(3838);
// EXTERNAL MODULE: ./node_modules/@actions/io/lib/io.js
var lib_io = __nccwpck_require__(8701);
// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __nccwpck_require__(6982);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var node_modules_semver = __nccwpck_require__(2088);
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
// EXTERNAL MODULE: external "child_process"
var external_child_process_ = __nccwpck_require__(5317);
;// CONCATENATED MODULE: ./node_modules/@actions/tool-cache/lib/manifest.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};





// Internal object for testability (allows mocking in ESM)
const _internal = {
    readLinuxVersionFile() {
        const lsbReleaseFile = '/etc/lsb-release';
        const osReleaseFile = '/etc/os-release';
        let contents = '';
        if (external_fs_.existsSync(lsbReleaseFile)) {
            contents = external_fs_.readFileSync(lsbReleaseFile).toString();
        }
        else if (external_fs_.existsSync(osReleaseFile)) {
            contents = external_fs_.readFileSync(osReleaseFile).toString();
        }
        return contents;
    }
};
function _findMatch(versionSpec, stable, candidates, archFilter) {
    return __awaiter(this, void 0, void 0, function* () {
        const platFilter = os.platform();
        let result;
        let match;
        let file;
        for (const candidate of candidates) {
            const version = candidate.version;
            debug(`check ${version} satisfies ${versionSpec}`);
            if (semver.satisfies(version, versionSpec) &&
                (!stable || candidate.stable === stable)) {
                file = candidate.files.find(item => {
                    debug(`${item.arch}===${archFilter} && ${item.platform}===${platFilter}`);
                    let chk = item.arch === archFilter && item.platform === platFilter;
                    if (chk && item.platform_version) {
                        const osVersion = _getOsVersion();
                        if (osVersion === item.platform_version) {
                            chk = true;
                        }
                        else {
                            chk = semver.satisfies(osVersion, item.platform_version);
                        }
                    }
                    return chk;
                });
                if (file) {
                    debug(`matched ${candidate.version}`);
                    match = candidate;
                    break;
                }
            }
        }
        if (match && file) {
            // clone since we're mutating the file list to be only the file that matches
            result = Object.assign({}, match);
            result.files = [file];
        }
        return result;
    });
}
function _getOsVersion() {
    // TODO: add windows and other linux, arm variants
    // right now filtering on version is only an ubuntu and macos scenario for tools we build for hosted (python)
    const plat = os.platform();
    let version = '';
    if (plat === 'darwin') {
        version = cp.execSync('sw_vers -productVersion').toString();
    }
    else if (plat === 'linux') {
        // lsb_release process not in some containers, readfile
        // Run cat /etc/lsb-release
        // DISTRIB_ID=Ubuntu
        // DISTRIB_RELEASE=18.04
        // DISTRIB_CODENAME=bionic
        // DISTRIB_DESCRIPTION="Ubuntu 18.04.4 LTS"
        const lsbContents = _internal.readLinuxVersionFile();
        if (lsbContents) {
            const lines = lsbContents.split('\n');
            for (const line of lines) {
                const parts = line.split('=');
                if (parts.length === 2 &&
                    (parts[0].trim() === 'VERSION_ID' ||
                        parts[0].trim() === 'DISTRIB_RELEASE')) {
                    version = parts[1].trim().replace(/^"/, '').replace(/"$/, '');
                    break;
                }
            }
        }
    }
    return version;
}
// Alias for backwards compatibility
function _readLinuxVersionFile() {
    return _internal.readLinuxVersionFile();
}
//# sourceMappingURL=manifest.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __nccwpck_require__(2385);
// EXTERNAL MODULE: external "stream"
var external_stream_ = __nccwpck_require__(2203);
// EXTERNAL MODULE: external "util"
var external_util_ = __nccwpck_require__(9023);
// EXTERNAL MODULE: external "assert"
var external_assert_ = __nccwpck_require__(2613);
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 3 modules
var lib_exec = __nccwpck_require__(5781);
;// CONCATENATED MODULE: ./node_modules/@actions/tool-cache/lib/retry-helper.js
var retry_helper_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};

/**
 * Internal class for retries
 */
class retry_helper_RetryHelper {
    constructor(maxAttempts, minSeconds, maxSeconds) {
        if (maxAttempts < 1) {
            throw new Error('max attempts should be greater than or equal to 1');
        }
        this.maxAttempts = maxAttempts;
        this.minSeconds = Math.floor(minSeconds);
        this.maxSeconds = Math.floor(maxSeconds);
        if (this.minSeconds > this.maxSeconds) {
            throw new Error('min seconds should be less than or equal to max seconds');
        }
    }
    execute(action, isRetryable) {
        return retry_helper_awaiter(this, void 0, void 0, function* () {
            let attempt = 1;
            while (attempt < this.maxAttempts) {
                // Try
                try {
                    return yield action();
                }
                catch (err) {
                    if (isRetryable && !isRetryable(err)) {
                        throw err;
                    }
                    core.info(err.message);
                }
                // Sleep
                const seconds = this.getSleepAmount();
                core.info(`Waiting ${seconds} seconds before trying again`);
                yield this.sleep(seconds);
                attempt++;
            }
            // Last attempt
            return yield action();
        });
    }
    getSleepAmount() {
        return (Math.floor(Math.random() * (this.maxSeconds - this.minSeconds + 1)) +
            this.minSeconds);
    }
    sleep(seconds) {
        return retry_helper_awaiter(this, void 0, void 0, function* () {
            return new Promise(resolve => setTimeout(resolve, seconds * 1000));
        });
    }
}
//# sourceMappingURL=retry-helper.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/tool-cache/lib/tool-cache.js
var tool_cache_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};














class HTTPError extends Error {
    constructor(httpStatusCode) {
        super(`Unexpected HTTP response: ${httpStatusCode}`);
        this.httpStatusCode = httpStatusCode;
        Object.setPrototypeOf(this, new.target.prototype);
    }
}
const IS_WINDOWS = process.platform === 'win32';
const IS_MAC = process.platform === 'darwin';
const userAgent = 'actions/tool-cache';
/**
 * Download a tool from an url and stream it into a file
 *
 * @param url       url of tool to download
 * @param dest      path to download tool
 * @param auth      authorization header
 * @param headers   other headers
 * @returns         path to downloaded tool
 */
function downloadTool(url, dest, auth, headers) {
    return tool_cache_awaiter(this, void 0, void 0, function* () {
        dest = dest || path.join(_getTempDirectory(), crypto.randomUUID());
        yield io.mkdirP(path.dirname(dest));
        core.debug(`Downloading ${url}`);
        core.debug(`Destination ${dest}`);
        const maxAttempts = 3;
        const minSeconds = _getGlobal('TEST_DOWNLOAD_TOOL_RETRY_MIN_SECONDS', 10);
        const maxSeconds = _getGlobal('TEST_DOWNLOAD_TOOL_RETRY_MAX_SECONDS', 20);
        const retryHelper = new RetryHelper(maxAttempts, minSeconds, maxSeconds);
        return yield retryHelper.execute(() => tool_cache_awaiter(this, void 0, void 0, function* () {
            return yield downloadToolAttempt(url, dest || '', auth, headers);
        }), (err) => {
            if (err instanceof HTTPError && err.httpStatusCode) {
                // Don't retry anything less than 500, except 408 Request Timeout and 429 Too Many Requests
                if (err.httpStatusCode < 500 &&
                    err.httpStatusCode !== 408 &&
                    err.httpStatusCode !== 429) {
                    return false;
                }
            }
            // Otherwise retry
            return true;
        });
    });
}
function downloadToolAttempt(url, dest, auth, headers) {
    return tool_cache_awaiter(this, void 0, void 0, function* () {
        if (fs.existsSync(dest)) {
            throw new Error(`Destination file path ${dest} already exists`);
        }
        // Get the response headers
        const http = new httpm.HttpClient(userAgent, [], {
            allowRetries: false
        });
        if (auth) {
            core.debug('set auth');
            if (headers === undefined) {
                headers = {};
            }
            headers.authorization = auth;
        }
        const response = yield http.get(url, headers);
        if (response.message.statusCode !== 200) {
            const err = new HTTPError(response.message.statusCode);
            core.debug(`Failed to download from "${url}". Code(${response.message.statusCode}) Message(${response.message.statusMessage})`);
            throw err;
        }
        // Download the response body
        const pipeline = util.promisify(stream.pipeline);
        const responseMessageFactory = _getGlobal('TEST_DOWNLOAD_TOOL_RESPONSE_MESSAGE_FACTORY', () => response.message);
        const readStream = responseMessageFactory();
        let succeeded = false;
        try {
            yield pipeline(readStream, fs.createWriteStream(dest));
            core.debug('download complete');
            succeeded = true;
            return dest;
        }
        finally {
            // Error, delete dest before retry
            if (!succeeded) {
                core.debug('download failed');
                try {
                    yield io.rmRF(dest);
                }
                catch (err) {
                    core.debug(`Failed to delete '${dest}'. ${err.message}`);
                }
            }
        }
    });
}
/**
 * Extract a .7z file
 *
 * @param file     path to the .7z file
 * @param dest     destination directory. Optional.
 * @param _7zPath  path to 7zr.exe. Optional, for long path support. Most .7z archives do not have this
 * problem. If your .7z archive contains very long paths, you can pass the path to 7zr.exe which will
 * gracefully handle long paths. By default 7zdec.exe is used because it is a very small program and is
 * bundled with the tool lib. However it does not support long paths. 7zr.exe is the reduced command line
 * interface, it is smaller than the full command line interface, and it does support long paths. At the
 * time of this writing, it is freely available from the LZMA SDK that is available on the 7zip website.
 * Be sure to check the current license agreement. If 7zr.exe is bundled with your action, then the path
 * to 7zr.exe can be pass to this function.
 * @returns        path to the destination directory
 */
function extract7z(file, dest, _7zPath) {
    return tool_cache_awaiter(this, void 0, void 0, function* () {
        ok(IS_WINDOWS, 'extract7z() not supported on current OS');
        ok(file, 'parameter "file" is required');
        dest = yield _createExtractFolder(dest);
        const originalCwd = process.cwd();
        process.chdir(dest);
        if (_7zPath) {
            try {
                const logLevel = core.isDebug() ? '-bb1' : '-bb0';
                const args = [
                    'x', // eXtract files with full paths
                    logLevel, // -bb[0-3] : set output log level
                    '-bd', // disable progress indicator
                    '-sccUTF-8', // set charset for for console input/output
                    file
                ];
                const options = {
                    silent: true
                };
                yield exec(`"${_7zPath}"`, args, options);
            }
            finally {
                process.chdir(originalCwd);
            }
        }
        else {
            const escapedScript = path
                .join(__dirname, '..', 'scripts', 'Invoke-7zdec.ps1')
                .replace(/'/g, "''")
                .replace(/"|\n|\r/g, ''); // double-up single quotes, remove double quotes and newlines
            const escapedFile = file.replace(/'/g, "''").replace(/"|\n|\r/g, '');
            const escapedTarget = dest.replace(/'/g, "''").replace(/"|\n|\r/g, '');
            const command = `& '${escapedScript}' -Source '${escapedFile}' -Target '${escapedTarget}'`;
            const args = [
                '-NoLogo',
                '-Sta',
                '-NoProfile',
                '-NonInteractive',
                '-ExecutionPolicy',
                'Unrestricted',
                '-Command',
                command
            ];
            const options = {
                silent: true
            };
            try {
                const powershellPath = yield io.which('powershell', true);
                yield exec(`"${powershellPath}"`, args, options);
            }
            finally {
                process.chdir(originalCwd);
            }
        }
        return dest;
    });
}
/**
 * Extract a compressed tar archive
 *
 * @param file     path to the tar
 * @param dest     destination directory. Optional.
 * @param flags    flags for the tar command to use for extraction. Defaults to 'xz' (extracting gzipped tars). Optional.
 * @returns        path to the destination directory
 */
function extractTar(file_1, dest_1) {
    return tool_cache_awaiter(this, arguments, void 0, function* (file, dest, flags = 'xz') {
        if (!file) {
            throw new Error("parameter 'file' is required");
        }
        // Create dest
        dest = yield _createExtractFolder(dest);
        // Determine whether GNU tar
        core.debug('Checking tar --version');
        let versionOutput = '';
        yield exec('tar --version', [], {
            ignoreReturnCode: true,
            silent: true,
            listeners: {
                stdout: (data) => (versionOutput += data.toString()),
                stderr: (data) => (versionOutput += data.toString())
            }
        });
        core.debug(versionOutput.trim());
        const isGnuTar = versionOutput.toUpperCase().includes('GNU TAR');
        // Initialize args
        let args;
        if (flags instanceof Array) {
            args = flags;
        }
        else {
            args = [flags];
        }
        if (core.isDebug() && !flags.includes('v')) {
            args.push('-v');
        }
        let destArg = dest;
        let fileArg = file;
        if (IS_WINDOWS && isGnuTar) {
            args.push('--force-local');
            destArg = dest.replace(/\\/g, '/');
            // Technically only the dest needs to have `/` but for aesthetic consistency
            // convert slashes in the file arg too.
            fileArg = file.replace(/\\/g, '/');
        }
        if (isGnuTar) {
            // Suppress warnings when using GNU tar to extract archives created by BSD tar
            args.push('--warning=no-unknown-keyword');
            args.push('--overwrite');
        }
        args.push('-C', destArg, '-f', fileArg);
        yield exec(`tar`, args);
        return dest;
    });
}
/**
 * Extract a xar compatible archive
 *
 * @param file     path to the archive
 * @param dest     destination directory. Optional.
 * @param flags    flags for the xar. Optional.
 * @returns        path to the destination directory
 */
function extractXar(file_1, dest_1) {
    return tool_cache_awaiter(this, arguments, void 0, function* (file, dest, flags = []) {
        ok(IS_MAC, 'extractXar() not supported on current OS');
        ok(file, 'parameter "file" is required');
        dest = yield _createExtractFolder(dest);
        let args;
        if (flags instanceof Array) {
            args = flags;
        }
        else {
            args = [flags];
        }
        args.push('-x', '-C', dest, '-f', file);
        if (core.isDebug()) {
            args.push('-v');
        }
        const xarPath = yield io.which('xar', true);
        yield exec(`"${xarPath}"`, _unique(args));
        return dest;
    });
}
/**
 * Extract a zip
 *
 * @param file     path to the zip
 * @param dest     destination directory. Optional.
 * @returns        path to the destination directory
 */
function extractZip(file, dest) {
    return tool_cache_awaiter(this, void 0, void 0, function* () {
        if (!file) {
            throw new Error("parameter 'file' is required");
        }
        dest = yield _createExtractFolder(dest);
        if (IS_WINDOWS) {
            yield extractZipWin(file, dest);
        }
        else {
            yield extractZipNix(file, dest);
        }
        return dest;
    });
}
function extractZipWin(file, dest) {
    return tool_cache_awaiter(this, void 0, void 0, function* () {
        // build the powershell command
        const escapedFile = file.replace(/'/g, "''").replace(/"|\n|\r/g, ''); // double-up single quotes, remove double quotes and newlines
        const escapedDest = dest.replace(/'/g, "''").replace(/"|\n|\r/g, '');
        const pwshPath = yield io.which('pwsh', false);
        //To match the file overwrite behavior on nix systems, we use the overwrite = true flag for ExtractToDirectory
        //and the -Force flag for Expand-Archive as a fallback
        if (pwshPath) {
            //attempt to use pwsh with ExtractToDirectory, if this fails attempt Expand-Archive
            const pwshCommand = [
                `$ErrorActionPreference = 'Stop' ;`,
                `try { Add-Type -AssemblyName System.IO.Compression.ZipFile } catch { } ;`,
                `try { [System.IO.Compression.ZipFile]::ExtractToDirectory('${escapedFile}', '${escapedDest}', $true) }`,
                `catch { if (($_.Exception.GetType().FullName -eq 'System.Management.Automation.MethodException') -or ($_.Exception.GetType().FullName -eq 'System.Management.Automation.RuntimeException') ){ Expand-Archive -LiteralPath '${escapedFile}' -DestinationPath '${escapedDest}' -Force } else { throw $_ } } ;`
            ].join(' ');
            const args = [
                '-NoLogo',
                '-NoProfile',
                '-NonInteractive',
                '-ExecutionPolicy',
                'Unrestricted',
                '-Command',
                pwshCommand
            ];
            core.debug(`Using pwsh at path: ${pwshPath}`);
            yield exec(`"${pwshPath}"`, args);
        }
        else {
            const powershellCommand = [
                `$ErrorActionPreference = 'Stop' ;`,
                `try { Add-Type -AssemblyName System.IO.Compression.FileSystem } catch { } ;`,
                `if ((Get-Command -Name Expand-Archive -Module Microsoft.PowerShell.Archive -ErrorAction Ignore)) { Expand-Archive -LiteralPath '${escapedFile}' -DestinationPath '${escapedDest}' -Force }`,
                `else {[System.IO.Compression.ZipFile]::ExtractToDirectory('${escapedFile}', '${escapedDest}', $true) }`
            ].join(' ');
            const args = [
                '-NoLogo',
                '-Sta',
                '-NoProfile',
                '-NonInteractive',
                '-ExecutionPolicy',
                'Unrestricted',
                '-Command',
                powershellCommand
            ];
            const powershellPath = yield io.which('powershell', true);
            core.debug(`Using powershell at path: ${powershellPath}`);
            yield exec(`"${powershellPath}"`, args);
        }
    });
}
function extractZipNix(file, dest) {
    return tool_cache_awaiter(this, void 0, void 0, function* () {
        const unzipPath = yield io.which('unzip', true);
        const args = [file];
        if (!core.isDebug()) {
            args.unshift('-q');
        }
        args.unshift('-o'); //overwrite with -o, otherwise a prompt is shown which freezes the run
        yield exec(`"${unzipPath}"`, args, { cwd: dest });
    });
}
/**
 * Caches a directory and installs it into the tool cacheDir
 *
 * @param sourceDir    the directory to cache into tools
 * @param tool          tool name
 * @param version       version of the tool.  semver format
 * @param arch          architecture of the tool.  Optional.  Defaults to machine architecture
 */
function cacheDir(sourceDir, tool, version, arch) {
    return tool_cache_awaiter(this, void 0, void 0, function* () {
        version = semver.clean(version) || version;
        arch = arch || os.arch();
        core.debug(`Caching tool ${tool} ${version} ${arch}`);
        core.debug(`source dir: ${sourceDir}`);
        if (!fs.statSync(sourceDir).isDirectory()) {
            throw new Error('sourceDir is not a directory');
        }
        // Create the tool dir
        const destPath = yield _createToolPath(tool, version, arch);
        // copy each child item. do not move. move can fail on Windows
        // due to anti-virus software having an open handle on a file.
        for (const itemName of fs.readdirSync(sourceDir)) {
            const s = path.join(sourceDir, itemName);
            yield io.cp(s, destPath, { recursive: true });
        }
        // write .complete
        _completeToolPath(tool, version, arch);
        return destPath;
    });
}
/**
 * Caches a downloaded file (GUID) and installs it
 * into the tool cache with a given targetName
 *
 * @param sourceFile    the file to cache into tools.  Typically a result of downloadTool which is a guid.
 * @param targetFile    the name of the file name in the tools directory
 * @param tool          tool name
 * @param version       version of the tool.  semver format
 * @param arch          architecture of the tool.  Optional.  Defaults to machine architecture
 */
function cacheFile(sourceFile, targetFile, tool, version, arch) {
    return tool_cache_awaiter(this, void 0, void 0, function* () {
        version = semver.clean(version) || version;
        arch = arch || os.arch();
        core.debug(`Caching tool ${tool} ${version} ${arch}`);
        core.debug(`source file: ${sourceFile}`);
        if (!fs.statSync(sourceFile).isFile()) {
            throw new Error('sourceFile is not a file');
        }
        // create the tool dir
        const destFolder = yield _createToolPath(tool, version, arch);
        // copy instead of move. move can fail on Windows due to
        // anti-virus software having an open handle on a file.
        const destPath = path.join(destFolder, targetFile);
        core.debug(`destination file ${destPath}`);
        yield io.cp(sourceFile, destPath);
        // write .complete
        _completeToolPath(tool, version, arch);
        return destFolder;
    });
}
/**
 * Finds the path to a tool version in the local installed tool cache
 *
 * @param toolName      name of the tool
 * @param versionSpec   version of the tool
 * @param arch          optional arch.  defaults to arch of computer
 */
function find(toolName, versionSpec, arch) {
    if (!toolName) {
        throw new Error('toolName parameter is required');
    }
    if (!versionSpec) {
        throw new Error('versionSpec parameter is required');
    }
    arch = arch || os.arch();
    // attempt to resolve an explicit version
    if (!isExplicitVersion(versionSpec)) {
        const localVersions = findAllVersions(toolName, arch);
        const match = evaluateVersions(localVersions, versionSpec);
        versionSpec = match;
    }
    // check for the explicit version in the cache
    let toolPath = '';
    if (versionSpec) {
        versionSpec = semver.clean(versionSpec) || '';
        const cachePath = path.join(_getCacheDirectory(), toolName, versionSpec, arch);
        core.debug(`checking cache: ${cachePath}`);
        if (fs.existsSync(cachePath) && fs.existsSync(`${cachePath}.complete`)) {
            core.debug(`Found tool in cache ${toolName} ${versionSpec} ${arch}`);
            toolPath = cachePath;
        }
        else {
            core.debug('not found');
        }
    }
    return toolPath;
}
/**
 * Finds the paths to all versions of a tool that are installed in the local tool cache
 *
 * @param toolName  name of the tool
 * @param arch      optional arch.  defaults to arch of computer
 */
function findAllVersions(toolName, arch) {
    const versions = [];
    arch = arch || external_os_.arch();
    const toolPath = external_path_.join(_getCacheDirectory(), toolName);
    if (external_fs_.existsSync(toolPath)) {
        const children = external_fs_.readdirSync(toolPath);
        for (const child of children) {
            if (isExplicitVersion(child)) {
                const fullPath = external_path_.join(toolPath, child, arch || '');
                if (external_fs_.existsSync(fullPath) && external_fs_.existsSync(`${fullPath}.complete`)) {
                    versions.push(child);
                }
            }
        }
    }
    return versions;
}
function getManifestFromRepo(owner_1, repo_1, auth_1) {
    return tool_cache_awaiter(this, arguments, void 0, function* (owner, repo, auth, branch = 'master') {
        let releases = [];
        const treeUrl = `https://api.github.com/repos/${owner}/${repo}/git/trees/${branch}`;
        const http = new httpm.HttpClient('tool-cache');
        const headers = {};
        if (auth) {
            core.debug('set auth');
            headers.authorization = auth;
        }
        const response = yield http.getJson(treeUrl, headers);
        if (!response.result) {
            return releases;
        }
        let manifestUrl = '';
        for (const item of response.result.tree) {
            if (item.path === 'versions-manifest.json') {
                manifestUrl = item.url;
                break;
            }
        }
        headers['accept'] = 'application/vnd.github.VERSION.raw';
        let versionsRaw = yield (yield http.get(manifestUrl, headers)).readBody();
        if (versionsRaw) {
            // shouldn't be needed but protects against invalid json saved with BOM
            versionsRaw = versionsRaw.replace(/^\uFEFF/, '');
            try {
                releases = JSON.parse(versionsRaw);
            }
            catch (_a) {
                core.debug('Invalid json');
            }
        }
        return releases;
    });
}
function findFromManifest(versionSpec_1, stable_1, manifest_1) {
    return tool_cache_awaiter(this, arguments, void 0, function* (versionSpec, stable, manifest, archFilter = os.arch()) {
        // wrap the internal impl
        const match = yield mm._findMatch(versionSpec, stable, manifest, archFilter);
        return match;
    });
}
function _createExtractFolder(dest) {
    return tool_cache_awaiter(this, void 0, void 0, function* () {
        if (!dest) {
            // create a temp dir
            dest = path.join(_getTempDirectory(), crypto.randomUUID());
        }
        yield io.mkdirP(dest);
        return dest;
    });
}
function _createToolPath(tool, version, arch) {
    return tool_cache_awaiter(this, void 0, void 0, function* () {
        const folderPath = path.join(_getCacheDirectory(), tool, semver.clean(version) || version, arch || '');
        core.debug(`destination ${folderPath}`);
        const markerPath = `${folderPath}.complete`;
        yield io.rmRF(folderPath);
        yield io.rmRF(markerPath);
        yield io.mkdirP(folderPath);
        return folderPath;
    });
}
function _completeToolPath(tool, version, arch) {
    const folderPath = path.join(_getCacheDirectory(), tool, semver.clean(version) || version, arch || '');
    const markerPath = `${folderPath}.complete`;
    fs.writeFileSync(markerPath, '');
    core.debug('finished caching tool');
}
/**
 * Check if version string is explicit
 *
 * @param versionSpec      version string to check
 */
function isExplicitVersion(versionSpec) {
    const c = node_modules_semver.clean(versionSpec) || '';
    lib_core/* debug */.Yz(`isExplicit: ${c}`);
    const valid = node_modules_semver.valid(c) != null;
    lib_core/* debug */.Yz(`explicit? ${valid}`);
    return valid;
}
/**
 * Get the highest satisfiying semantic version in `versions` which satisfies `versionSpec`
 *
 * @param versions        array of versions to evaluate
 * @param versionSpec     semantic version spec to satisfy
 */
function evaluateVersions(versions, versionSpec) {
    let version = '';
    core.debug(`evaluating ${versions.length} versions`);
    versions = versions.sort((a, b) => {
        if (semver.gt(a, b)) {
            return 1;
        }
        return -1;
    });
    for (let i = versions.length - 1; i >= 0; i--) {
        const potential = versions[i];
        const satisfied = semver.satisfies(potential, versionSpec);
        if (satisfied) {
            version = potential;
            break;
        }
    }
    if (version) {
        core.debug(`matched: ${version}`);
    }
    else {
        core.debug('match not found');
    }
    return version;
}
/**
 * Gets RUNNER_TOOL_CACHE
 */
function _getCacheDirectory() {
    const cacheDirectory = process.env['RUNNER_TOOL_CACHE'] || '';
    (0,external_assert_.ok)(cacheDirectory, 'Expected RUNNER_TOOL_CACHE to be defined');
    return cacheDirectory;
}
/**
 * Gets RUNNER_TEMP
 */
function _getTempDirectory() {
    const tempDirectory = process.env['RUNNER_TEMP'] || '';
    ok(tempDirectory, 'Expected RUNNER_TEMP to be defined');
    return tempDirectory;
}
/**
 * Gets a global variable
 */
function _getGlobal(key, defaultValue) {
    /* eslint-disable @typescript-eslint/no-explicit-any */
    const value = global[key];
    /* eslint-enable @typescript-eslint/no-explicit-any */
    return value !== undefined ? value : defaultValue;
}
/**
 * Returns an array of unique values.
 * @param values Values to make unique.
 */
function _unique(values) {
    return Array.from(new Set(values));
}
//# sourceMappingURL=tool-cache.js.map
// EXTERNAL MODULE: ./lib/release/select.js
var release_select = __nccwpck_require__(1289);
// EXTERNAL MODULE: ./lib/windows/files.js
var files = __nccwpck_require__(138);
// EXTERNAL MODULE: ./lib/toolcache/inspect.js
var inspect = __nccwpck_require__(1404);
// EXTERNAL MODULE: ./lib/toolcache/layout.js
var layout = __nccwpck_require__(9268);
;// CONCATENATED MODULE: ./lib/toolcache/find.js






/** For the log: what is torn, and why. */
function describeTorn({ entry, reason }) {
    return `${(0,layout/* treePath */.ON)(entry)} is torn (${reason})`;
}
/**
 * Looks for a Go that answers a spec: an exact version, or the newest stable match of a range that is accepted. Aliases (`stable`) are not
 * answered here; they ask the release list, as a range does that only a prerelease here would match. A torn entry is never skipped in favour
 * of an older match: it is reported, for the caller to install that version anew.
 */
async function findInToolCache(spec, search) {
    const torn = [];
    if (spec.kind === 'alias')
        return { hit: undefined, torn };
    for (const tool of search.tools) {
        const tornBefore = torn.length;
        for (const version of spec.kind === 'exact' ? [spec.version] : matches(spec.range, tool, search)) {
            if (spec.kind === 'range' && search.mayChoose?.(version) === false)
                continue;
            for (const root of search.roots) {
                const entry = { root, tool, version, architecture: search.architecture };
                const found = await (0,inspect/* inspectEntry */.pg)(entry).catch((error) => explained(error, entry));
                if (found.state === 'whole' && (await search.accepts(found, entry)))
                    return { hit: { entry, found }, torn };
                if (found.state === 'torn')
                    torn.push({ entry, reason: found.reason });
            }
            if (torn.length > tornBefore)
                break;
        }
    }
    return { hit: undefined, torn };
}
/** Who is in the way of a look is found out only then. @throws SetupError E_LOCKED, E_PERMISSION; any other error as it is */
async function explained(error, entry) {
    const { explainRefusal } = await Promise.all(/* import() */[__nccwpck_require__.e(8414), __nccwpck_require__.e(1104), __nccwpck_require__.e(3419)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1104));
    throw await explainRefusal(error, 'read', (0,layout/* treePath */.ON)(entry), entry);
}
function matches(range, tool, search) {
    return (0,release_select/* stableMatches */.zQ)(range, search.roots.flatMap((root) => versionsIn(root, tool, search.architecture)));
}
/** Versions with a marker in one tool cache. The library reads the tool cache's place from the environment alone. */
function versionsIn(root, tool, architecture) {
    const before = process.env['RUNNER_TOOL_CACHE'];
    process.env['RUNNER_TOOL_CACHE'] = root;
    try {
        return findAllVersions(tool, architecture);
    }
    catch (error) {
        throw (0,files.explainFileError)(error, 'read', external_node_path_.join(root, tool));
    }
    finally {
        if (before === undefined)
            delete process.env['RUNNER_TOOL_CACHE'];
        else
            process.env['RUNNER_TOOL_CACHE'] = before;
    }
}


/***/ }),

/***/ 1404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $k: () => (/* binding */ inspectTree),
/* harmony export */   Ch: () => (/* binding */ readProvenance),
/* harmony export */   Ov: () => (/* binding */ readArchitecture),
/* harmony export */   VG: () => (/* binding */ readGoVersion),
/* harmony export */   lx: () => (/* binding */ readReleaseTime),
/* harmony export */   pg: () => (/* binding */ inspectEntry),
/* harmony export */   xF: () => (/* binding */ sameGoVersion)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(452);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7621);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(138);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9268);






/** A sidecar is written milliseconds before its marker. A marker of another action is another tree's, which replaced ours. */
const SIDECAR_AGE_MS = 60_000;
/** A scanner holds a file for moments; without this a whole tree would be torn while it does. */
const SCANNER_MS = 3000;
/** Machine types of PE files (Microsoft's PE format, "Machine Types"). */
const MACHINES = { x64: 0x8664, x86: 0x014c, arm64: 0xaa64 };
/**
 * Looks whether an entry can be trusted: its marker, the version in VERSION, and that bin\go.exe is a program for the right machine.
 * Starts no process and reads a few hundred bytes.
 *
 * @throws SetupError E_LOCKED, E_PERMISSION where the entry may not be looked at: that is not "absent"
 */
async function inspectEntry(entry) {
    const tree = (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .treePath */ .ON)(entry);
    const [marker, found] = await Promise.all([look((0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .markerPath */ .Ar)(entry)), look(tree)]);
    if (!found)
        return marker ? torn('a .complete marker without a tree') : { state: 'absent' };
    if (!marker)
        return torn('no .complete marker: an installation was interrupted');
    const [inspected, provenance] = await Promise.all([
        inspectTree(tree, entry),
        readProvenance(entry, marker.mtimeMs),
    ]);
    return inspected.state === 'whole' ? { ...inspected, provenance } : inspected;
}
/** Looks at a tree alone, marker or not: VERSION, and the machine type of bin\\go.exe. */
async function inspectTree(tree, entry) {
    const [version, machine] = await Promise.all([readGoVersion(tree), readMachine((0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .goExecutable */ .j0)(tree))]);
    if (version === undefined)
        return torn('no VERSION file');
    const expected = (0,_release_names_js__WEBPACK_IMPORTED_MODULE_3__/* .toGoVersion */ .ME)(entry.version);
    if (!sameGoVersion(version, expected))
        return torn(`VERSION says ${version}, not ${expected}`);
    if (machine === undefined)
        return torn('bin\\go.exe is missing or no Windows program');
    if (machine !== MACHINES[entry.architecture]) {
        return torn(`bin\\go.exe is made for machine type 0x${machine.toString(16)}, not for ${entry.architecture}`);
    }
    return { state: 'whole', goVersion: version, provenance: undefined };
}
/**
 * Whether a tree that calls itself `actual` is the release `expected`. Builds of others than the Go project add a suffix to the release
 * they are made from (`go1.25.3-1`, `go1.25.3 X:boringcrypto`).
 */
function sameGoVersion(actual, expected) {
    return actual === expected || (actual.startsWith(expected) && /^[-+ ]/.test(actual.slice(expected.length)));
}
/** First line of a tree's VERSION file (`go1.25.3`), or undefined where there is none. */
async function readGoVersion(tree) {
    const text = await ifThere(node_path__WEBPACK_IMPORTED_MODULE_1__.join(tree, 'VERSION'), (file) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8'));
    const line = text?.slice(0, 1024).split(/\r?\n/, 1)[0]?.trim() ?? '';
    return line === '' ? undefined : line;
}
/** When a tree's release was made, by the `time` line of its VERSION file, as ISO 8601; undefined where there is none (before Go 1.21). */
async function readReleaseTime(tree) {
    const text = await ifThere(node_path__WEBPACK_IMPORTED_MODULE_1__.join(tree, 'VERSION'), (file) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, 'utf8'));
    const time = /^time (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)\r?$/m.exec(text?.slice(0, 1024) ?? '')?.[1];
    return time === undefined || Number.isNaN(Date.parse(time)) ? undefined : time;
}
/** The architecture that bin\\go.exe of a tree is made for; undefined where there is none, or it is for another machine. */
async function readArchitecture(tree) {
    const machine = await readMachine((0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .goExecutable */ .j0)(tree));
    return Object.keys(MACHINES).find((architecture) => MACHINES[architecture] === machine);
}
/** The machine type in a PE file's header, or undefined where the file is none. */
async function readMachine(file) {
    const header = await ifThere(file, readHeader);
    if (header === undefined)
        return undefined;
    const start = header.length >= 64 && header.toString('latin1', 0, 2) === 'MZ' ? header.readUInt32LE(60) : header.length;
    return start + 6 <= header.length && header.toString('latin1', start, start + 4) === 'PE\0\0'
        ? header.readUInt16LE(start + 4)
        : undefined;
}
async function readHeader(file) {
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(file, 'r');
    try {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024), 0, 1024, 0);
        return buffer.subarray(0, bytesRead);
    }
    finally {
        await handle.close();
    }
}
/**
 * Our record of an entry, or undefined where it is not ours, cannot be read, is older than the marker, or speaks of another Go: who copies a
 * version's directory, or links one to another, has a record beside it that tells of the first.
 *
 * @param markedMs when the marker was written, in milliseconds since 1970
 */
async function readProvenance(entry, markedMs) {
    try {
        const file = (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .sidecarPath */ .n8)(entry);
        const [text, written] = await Promise.all([
            ifThere(file, (sidecar) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(sidecar, 'utf8')),
            look(file),
        ]);
        if (written === undefined || markedMs - written.mtimeMs > SIDECAR_AGE_MS)
            return undefined;
        const value = JSON.parse(text ?? '');
        const valid = value?.schema === 1 && typeof value.sha256 === 'string' && typeof value.official === 'boolean';
        return valid && !speaksOfAnother(entry, value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function speaksOfAnother(entry, { goVersion, architecture }) {
    if (architecture !== undefined && architecture !== entry.architecture)
        return true;
    if (typeof goVersion !== 'string' || (0,_release_names_js__WEBPACK_IMPORTED_MODULE_3__/* .toSemver */ .Ud)(goVersion) === entry.version)
        return false;
    return !sameGoVersion(goVersion, (0,_release_names_js__WEBPACK_IMPORTED_MODULE_3__/* .toGoVersion */ .ME)(entry.version));
}
function torn(reason) {
    return { state: 'torn', reason };
}
function look(file) {
    return ifThere(file, (place) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(place));
}
/** What nobody can read because it is not there; a link that leads nowhere or in a circle is not there either. */
const MISSING = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP'];
async function ifThere(file, read) {
    try {
        return await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_4__/* .retry */ .L5)(() => read(file), undefined, SCANNER_MS);
    }
    catch (error) {
        if (MISSING.includes((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCode */ .x)(error) ?? ''))
            return undefined;
        throw (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_4__.explainFileError)(error, 'read', file);
    }
}


/***/ }),

/***/ 9268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ar: () => (/* binding */ markerPath),
/* harmony export */   FK: () => (/* binding */ stateDirectory),
/* harmony export */   Ke: () => (/* binding */ lockFile),
/* harmony export */   NT: () => (/* binding */ ownerDraft),
/* harmony export */   ON: () => (/* binding */ treePath),
/* harmony export */   SF: () => (/* binding */ ownerFile),
/* harmony export */   Yd: () => (/* binding */ mirrorTool),
/* harmony export */   j0: () => (/* binding */ goExecutable),
/* harmony export */   l4: () => (/* binding */ lockName),
/* harmony export */   l5: () => (/* binding */ temporaryPath),
/* harmony export */   n8: () => (/* binding */ sidecarPath),
/* harmony export */   ny: () => (/* binding */ OFFICIAL_TOOL),
/* harmony export */   wd: () => (/* binding */ temporaryPrefix)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _network_display_url_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9816);



/** Where Go's own builds are kept: the folder that hosted images and actions/setup-go use too. */
const OFFICIAL_TOOL = 'go';
/**
 * The folder for builds that only this mirror has, so that they never pass for go.dev's. Two ways to write one mirror (credentials, a
 * slash at the end) give one folder.
 */
function mirrorTool(base) {
    const name = (0,_network_display_url_js__WEBPACK_IMPORTED_MODULE_2__/* .displayUrl */ .Qy)(base).replace(/\/+$/, '');
    return `go-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(name).digest('hex').slice(0, 8)}`;
}
/** The Go tree of an entry, its GOROOT. */
function treePath(entry) {
    return node_path__WEBPACK_IMPORTED_MODULE_1__.join(entry.root, entry.tool, entry.version, entry.architecture);
}
/** The empty file that says the tree is whole; written last (@actions/tool-cache looks for it). */
function markerPath(entry) {
    return `${treePath(entry)}.complete`;
}
/** Our own record of where the tree came from. */
function sidecarPath(entry) {
    return `${treePath(entry)}.setup-go-win.json`;
}
/** Our own files of a tool cache: locks and the like. */
function stateDirectory(root) {
    return node_path__WEBPACK_IMPORTED_MODULE_1__.join(root, '.setup-go-win');
}
/** The file that is open while a lock is held. */
function lockFile(root, name) {
    return node_path__WEBPACK_IMPORTED_MODULE_1__.join(stateDirectory(root), 'locks', `${name}.lock`);
}
/** The record of who holds a lock, beside it. */
function ownerFile(root, name) {
    return node_path__WEBPACK_IMPORTED_MODULE_1__.join(stateDirectory(root), 'locks', `${name}.json`);
}
/** What a record is written to before it takes that place. */
function ownerDraft(record) {
    return `${record}.new`;
}
/** What a lock on this entry is called. */
function lockName(entry) {
    return `${entry.tool}-${entry.version}-${entry.architecture}`;
}
/** The start of the names of all temporary directories of an entry, which lie beside its tree. */
function temporaryPrefix(entry) {
    return `.${entry.architecture}-`;
}
/** A new name beside the tree, so that a rename between the two stays on one volume; short, since paths below it may be long. */
function temporaryPath(entry) {
    return node_path__WEBPACK_IMPORTED_MODULE_1__.join(node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(treePath(entry)), `${temporaryPrefix(entry)}${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)().slice(0, 8)}`);
}
/** `bin\go.exe` of a tree. */
function goExecutable(tree) {
    return node_path__WEBPACK_IMPORTED_MODULE_1__.join(tree, 'bin', 'go.exe');
}


/***/ }),

/***/ 569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fp: () => (/* binding */ leaseHolder),
/* harmony export */   Mf: () => (/* binding */ sweepLeases),
/* harmony export */   Mw: () => (/* binding */ readLeases),
/* harmony export */   SU: () => (/* binding */ readLastUse),
/* harmony export */   XW: () => (/* binding */ dropLeases),
/* harmony export */   ZB: () => (/* binding */ DEFAULT_LEASE_HOURS),
/* harmony export */   _c: () => (/* binding */ LONGEST_LEASE_HOURS),
/* harmony export */   _e: () => (/* binding */ takeLease),
/* harmony export */   b_: () => (/* binding */ forgetUse),
/* harmony export */   i7: () => (/* binding */ isHeld),
/* harmony export */   k$: () => (/* binding */ SET_BACK_MS)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(452);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9268);






const DEFAULT_LEASE_HOURS = 24;
/** GitHub ends a job on a self-hosted runner after five days (docs.github.com, limits of self-hosted runners). */
const LONGEST_LEASE_HOURS = 168;
const HOUR_MS = 3_600_000;
/** Times farther in the future are of a clock that was set back since; those of a file server and its machines differ by less. */
const SET_BACK_MS = 24 * HOUR_MS;
/** So many files are looked through for old ones by a step that prunes nothing. */
const MANY = 200;
const NAME = /^(.+)\.([0-9a-f]{12})\.([0-9a-f]{12})\.json$/;
/**
 * The job that this step belongs to. A runner's name alone is not enough: where nobody gives one it is the machine's, and a machine has
 * several runners, each with a RUNNER_TEMP of its own.
 */
function leaseHolder(env, host = (0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)()) {
    const told = (name) => (env[name] ?? '').slice(0, 200);
    const runner = [host, told('RUNNER_NAME'), told('RUNNER_TEMP').toLowerCase()];
    const run = `${told('GITHUB_RUN_ID')}-${told('GITHUB_RUN_ATTEMPT')}`;
    const job = [told('GITHUB_SERVER_URL'), told('GITHUB_REPOSITORY'), run, told('GITHUB_JOB')];
    return {
        runnerId: idOf(runner),
        jobId: idOf(job),
        text: `${told('RUNNER_NAME') || 'a runner'} on ${host}, run ${run}, job ${told('GITHUB_JOB')} of ${told('GITHUB_REPOSITORY')}`,
    };
}
/**
 * Says that a job uses a Go, and notes that it was used now. What an earlier job of the same runner left is removed: a runner has one job at a time,
 * so that one is over. Renews the lease where the job has one.
 *
 * Who takes a lease has to look afterwards whether the Go is still there, its marker above all: {@link removeEntry} tells why.
 *
 * @returns the lease's file
 * @throws a file system error; then there is no lease
 */
async function takeLease(entry, holder, hours) {
    const directory = leasesDirectory(entry.root);
    const file = node_path__WEBPACK_IMPORTED_MODULE_3__.join(directory, `${(0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .lockName */ .l4)(entry)}.${holder.runnerId}.${holder.jobId}.json`);
    const text = JSON.stringify({ schema: 1, hours, holder: holder.text, since: new Date().toISOString() });
    const [, names] = await Promise.all([
        write(file, text),
        (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(directory).catch(() => []),
        noteUse(entry).catch(() => { }),
    ]);
    const over = names.filter((name) => {
        const [, , runnerId, jobId] = NAME.exec(name) ?? [];
        return runnerId === holder.runnerId && jobId !== holder.jobId;
    });
    await dropLeases(over.map((name) => node_path__WEBPACK_IMPORTED_MODULE_3__.join(directory, name)));
    if (names.length > MANY)
        await sweepLeases(entry.root);
    return file;
}
/** Gives leases back. Never rejects: one that can't be removed expires. */
async function dropLeases(files) {
    await Promise.all(files.map((file) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.unlink)(file).catch(() => { })));
}
/**
 * Removes leases that are older than any job can be. Younger ones stay, though they may have expired: their job may be about to renew them. One of a clock
 * that was set back since would hold for years: it gets the time of now, and expires like any other. So does the time of a last use. Never rejects.
 */
async function sweepLeases(root, now = Date.now()) {
    const age = async (directory, expire) => {
        const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(directory).catch(() => []);
        await Promise.all(names.map(async (name) => {
            const file = node_path__WEBPACK_IMPORTED_MODULE_3__.join(directory, name);
            const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(file).catch(() => undefined);
            if (found && now - found.mtimeMs < -SET_BACK_MS)
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.utimes)(file, now / 1000, now / 1000).catch(() => { });
            else if (found)
                await expire(file, now - found.mtimeMs);
        }));
    };
    await age(leasesDirectory(root), async (file, ageMs) => {
        if (ageMs > LONGEST_LEASE_HOURS * HOUR_MS)
            await dropLeases([file]);
    });
    await age(usesDirectory(root), async () => { });
}
/**
 * All leases of a tool cache, expired ones too.
 *
 * @param entry of this one alone; of all where left out
 * @throws a file system error where they can't be listed: that is not "none"
 */
async function readLeases(root, entry) {
    const directory = leasesDirectory(root);
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(directory).catch((error) => {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .systemCode */ .x)(error) === 'ENOENT')
            return [];
        throw error;
    });
    const wanted = entry === undefined ? undefined : (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .lockName */ .l4)(entry);
    const leases = await Promise.all(names.map(async (file) => {
        const [, name, runnerId = ''] = NAME.exec(file) ?? [];
        if (name === undefined || (wanted !== undefined && name !== wanted))
            return undefined;
        return await readLease(node_path__WEBPACK_IMPORTED_MODULE_3__.join(directory, file), name, runnerId);
    }));
    return leases.filter((lease) => lease !== undefined);
}
/**
 * Whether a lease holds. It does for the longer of two times: what the step said that wrote it, and what the step says that asks.
 *
 * @param hours what the step that asks has as `lease-hours`
 */
function isHeld(lease, hours, now) {
    return now - lease.since < Math.max(lease.hours, hours) * HOUR_MS;
}
/** When a Go was used last, as far as leases tell: milliseconds since 1970; undefined where none was ever taken. */
async function readLastUse(entry) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(useFile(entry)).catch(() => undefined))?.mtimeMs;
}
/** Forgets when a Go was used that is no more. Never rejects. */
async function forgetUse(entry) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.unlink)(useFile(entry)).catch(() => { });
}
async function readLease(file, name, runnerId) {
    const [found, text] = await Promise.all([
        (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(file).catch((error) => ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .systemCode */ .x)(error) === 'ENOENT' ? undefined : 'unknown')),
        (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file, 'utf8').catch(() => ''),
    ]);
    if (found === undefined)
        return undefined;
    const since = typeof found === 'string' ? Date.now() : found.mtimeMs;
    const { hours, holder } = parse(text);
    return {
        file,
        name,
        runnerId,
        since,
        hours: typeof hours === 'number' && hours > 0 ? Math.min(hours, LONGEST_LEASE_HOURS) : DEFAULT_LEASE_HOURS,
        holder: typeof holder === 'string' ? holder : `a job that ${node_path__WEBPACK_IMPORTED_MODULE_3__.basename(file)} does not name`,
    };
}
function parse(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === 'object' && value !== null ? value : {};
    }
    catch {
        return {};
    }
}
/** The time of an empty file. */
async function noteUse(entry) {
    const file = useFile(entry);
    const now = new Date();
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.utimes)(file, now, now).catch(async () => await write(file, ''));
}
async function write(file, text) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(file, text);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .systemCode */ .x)(error) !== 'ENOENT')
            throw error;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_3__.dirname(file), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(file, text);
    }
}
function leasesDirectory(root) {
    return node_path__WEBPACK_IMPORTED_MODULE_3__.join((0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .stateDirectory */ .FK)(root), 'leases');
}
function usesDirectory(root) {
    return node_path__WEBPACK_IMPORTED_MODULE_3__.join((0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .stateDirectory */ .FK)(root), 'used');
}
function useFile(entry) {
    return node_path__WEBPACK_IMPORTED_MODULE_3__.join(usesDirectory(entry.root), (0,_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .lockName */ .l4)(entry));
}
function idOf(parts) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
}


/***/ }),

/***/ 8984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Do: () => (/* binding */ tidyBeside),
/* harmony export */   MG: () => (/* binding */ removeLeftover),
/* harmony export */   ZW: () => (/* binding */ sweepLeftovers),
/* harmony export */   xR: () => (/* binding */ PATIENCE_MS)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7621);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(138);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(9268);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4365);
/* harmony import */ var _write_tests_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(9835);







/** A program that a killed run has left suspended holds its tree until the machine restarts: nobody waits for it, time and again. */
const NO_PATIENCE_MS = 0;
/** Scanners look into what a killed run has just written, and this version's place is wanted. */
const PATIENCE_MS = 2000;
/**
 * Tidies up beside an entry that is whole, where a run was killed: what it had put aside, its record in the lock or the draft of it, and its test of
 * writing. Some looks at the disk, at once, where there is nothing to do. Never fails, and waits neither for a living owner nor for who holds a file.
 */
async function tidyBeside(entry, options) {
    const directory = node_path__WEBPACK_IMPORTED_MODULE_1__.dirname((0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .treePath */ .ON)(entry));
    const record = (0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .ownerFile */ .SF)(entry.root, (0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .lockName */ .l4)(entry));
    const [beside, recorded, drafted] = await Promise.all([
        names(directory),
        (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .isThere */ .$B)(record),
        (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .isThere */ .$B)((0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .ownerDraft */ .NT)(record)),
        ...[entry.root, node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(directory), (0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .stateDirectory */ .FK)(entry.root), node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(record)].map((place) => (0,_write_tests_js__WEBPACK_IMPORTED_MODULE_6__/* .removeWriteTests */ .j)(place)),
    ]);
    const left = beside.filter((name) => name.startsWith((0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .temporaryPrefix */ .wd)(entry)));
    if (left.length === 0 && !recorded && !drafted)
        return;
    const lock = await (0,_lock_js__WEBPACK_IMPORTED_MODULE_5__/* .tryLock */ .bh)(entry.root, (0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .lockName */ .l4)(entry), options.runner).catch(() => undefined);
    if (lock === undefined)
        return;
    try {
        for (const name of left)
            await removeLeftover(node_path__WEBPACK_IMPORTED_MODULE_1__.join(directory, name), NO_PATIENCE_MS, options);
    }
    catch {
        // cancelled: the step itself sees to that
    }
    finally {
        await lock.release();
    }
}
/**
 * Removes the temporary directories of installations that were killed, of every version in this tool folder. Those of a living one are
 * told by their lock. Never fails an installation.
 *
 * @param own the entry whose lock the caller holds
 * @throws the signal's reason
 */
async function sweepLeftovers(own, options) {
    const folder = node_path__WEBPACK_IMPORTED_MODULE_1__.join(own.root, own.tool);
    for (const version of await names(folder)) {
        for (const name of await names(node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, version))) {
            const architecture = _release_names_js__WEBPACK_IMPORTED_MODULE_2__/* .architectures */ .f2.find((known) => name.startsWith((0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .temporaryPrefix */ .wd)({ architecture: known })));
            if (architecture === undefined)
                continue;
            options.signal.throwIfAborted();
            const entry = { ...own, version, architecture };
            if (version === own.version && architecture === own.architecture) {
                await removeLeftover(node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, version, name), PATIENCE_MS, options);
                continue;
            }
            const lock = await (0,_lock_js__WEBPACK_IMPORTED_MODULE_5__/* .tryLock */ .bh)(own.root, (0,_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .lockName */ .l4)(entry), options.runner).catch(() => undefined);
            if (lock === undefined)
                continue;
            try {
                await removeLeftover(node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, version, name), NO_PATIENCE_MS, options);
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rmdir)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(folder, version)).catch(() => { }); // goes only when empty
            }
            finally {
                await lock.release();
            }
        }
    }
}
/**
 * Removes one temporary directory whose owner is dead: the caller holds its entry's lock. That it can't be removed is told, and no failure.
 *
 * @param patienceMs how long to wait for who holds a file of it
 * @returns whether this has removed it
 * @throws the signal's reason
 */
async function removeLeftover(leftover, patienceMs, { signal, onRepair, onChange }) {
    // It was seen before the lock was ours: its owner may have been alive, and done with it since.
    if (!(await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .isThere */ .$B)(leftover)))
        return false;
    const started = performance.now();
    try {
        await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_3__/* .removeTree */ .dM)(leftover, signal, patienceMs);
        onRepair(`Removed ${leftover}, left by an installation that was interrupted`);
    }
    catch {
        signal.throwIfAborted();
        onRepair(`Could not remove ${leftover}, left by an installation that was interrupted`);
        return false;
    }
    await onChange?.({ kind: 'removed', place: leftover, durationMs: performance.now() - started });
    return true;
}
async function names(directory) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory).catch(() => []);
}


/***/ }),

/***/ 3531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readOwner),
/* harmony export */   C: () => (/* binding */ claimRecord)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8161);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(138);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9268);




const HEARTBEAT_MS = 10_000;
const STALE_MS = 60_000;
/** Readers of a record, waiters and scanners, have it open for moments. */
const RECORD_PATIENCE_MS = 2000;
/** A scanner has a new file open for moments. */
const READ_PATIENCE_MS = 300;
/**
 * Writes who holds a lock beside it, in place of a dead owner's record, and begins to keep it fresh.
 *
 * @param record its path
 * @param seen what a waiter remembers from one try to the next
 * @returns undefined when the record says that an owner on another machine lives
 * @throws a file system error
 */
async function claimRecord(record, runner, seen) {
    const owner = { host: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)(), pid: process.pid, runner, since: new Date().toISOString() };
    const text = JSON.stringify(owner);
    const draft = (0,_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .ownerDraft */ .NT)(record);
    const before = await readOwner(record);
    await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(draft, text), undefined, RECORD_PATIENCE_MS);
    if (before !== undefined && before.host !== owner.host && (await isAlive(record, draft, seen)))
        return undefined;
    // Windows replaces no file that somebody reads.
    await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(draft, record), undefined, RECORD_PATIENCE_MS);
    const isOurs = async () => (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(record, 'utf8')) === text;
    const heartbeat = setInterval(() => {
        // Written, not touched: the time is then the file server's, which every waiter sees alike.
        isOurs()
            .then((ours) => (ours ? overwrite(record, text) : undefined))
            .catch(() => { });
    }, HEARTBEAT_MS);
    heartbeat.unref();
    return {
        before,
        async withdraw() {
            clearInterval(heartbeat);
            // Where this process slept for a minute, the record may be another's by now.
            if (await isOurs().catch(() => true))
                await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_2__/* .removeTree */ .dM)(record, undefined, RECORD_PATIENCE_MS).catch(() => { });
        },
    };
}
/** Who holds a lock, or did when it died; undefined where that cannot be read. */
async function readOwner(record) {
    try {
        const text = await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(record, 'utf8'), undefined, READ_PATIENCE_MS);
        const owner = JSON.parse(text);
        return typeof owner?.host === 'string' && typeof owner.pid === 'number'
            ? owner
            : undefined;
    }
    catch {
        return undefined;
    }
}
/** Writes the same bytes again, so that no reader ever finds less. */
async function overwrite(file, text) {
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(file, 'r+');
    try {
        await handle.write(text, 0);
    }
    finally {
        await handle.close();
    }
}
/**
 * Whether the owner on another machine, whose record this is, lives: no heartbeat for 60 s means that it does not. The clocks of the two
 * may differ, so the times that count are those that the file server gave to the record and to a file just written; and a
 * record that does not change while somebody watches it for that long is old, whatever its time says.
 */
async function isAlive(record, justWritten, seen) {
    const [heartbeat, now] = await Promise.all([record, justWritten].map((file) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(file).catch(() => undefined)));
    if (heartbeat === undefined || now === undefined)
        return false;
    if (seen && seen.mtimeMs !== heartbeat.mtimeMs) {
        seen.mtimeMs = heartbeat.mtimeMs;
        seen.since = performance.now();
    }
    const watched = seen === undefined ? 0 : performance.now() - seen.since;
    return now.mtimeMs - heartbeat.mtimeMs < STALE_MS && watched < STALE_MS;
}


/***/ }),

/***/ 4365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   IZ: () => (/* binding */ acquireLock),
/* harmony export */   bh: () => (/* binding */ tryLock),
/* harmony export */   xq: () => (/* binding */ looksFree)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(452);
/* harmony import */ var _windows_open_alone_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8159);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(9268);
/* harmony import */ var _lock_record_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(3531);








/** A waiter that looks more seldom adds its pause to the job; a look opens one file. */
const LONGEST_PAUSE_MS = 300;
/**
 * Waits for a lock of a tool cache and takes it. The lock is an open file, so that a dead owner on this machine never blocks; the owner's
 * record beside it is for messages, and for owners on other machines, whose file server may not know share modes: such a lock is free
 * when its record got no heartbeat for 60 s.
 *
 * @param root the tool cache
 * @param name what is locked; letters, digits, dots and hyphens
 * @throws SetupError E_LOCKED naming the owner after `timeoutMs`; a file system error where the lock file cannot be made
 */
async function acquireLock(root, name, options) {
    const started = performance.now();
    const seen = { mtimeMs: undefined, since: started };
    let told = Number.NEGATIVE_INFINITY;
    for (let pause = 50;; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
        options.signal?.throwIfAborted();
        const lock = await tryLock(root, name, options.runner, seen);
        if (lock !== undefined)
            return lock;
        const waited = performance.now() - started;
        const owner = await (0,_lock_record_js__WEBPACK_IMPORTED_MODULE_7__/* .readOwner */ .A)((0,_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .ownerFile */ .SF)(root, name));
        if (waited >= options.timeoutMs) {
            const { readOwnerFacts, stillLocked } = await __nccwpck_require__.e(/* import() */ 2657).then(__nccwpck_require__.bind(__nccwpck_require__, 2657));
            throw stillLocked(root, name, await readOwnerFacts(root, name, owner), waited);
        }
        if (waited - told >= 30_000) {
            told = waited;
            options.onWait?.(owner, waited);
        }
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_3__.setTimeout)(Math.min(pause, options.timeoutMs - waited + 1), undefined, signalOption(options.signal)).catch(() => { });
    }
}
/**
 * Takes a lock if it is free, without waiting.
 *
 * @param seen what a waiter remembers from one try to the next
 * @returns undefined while another process holds it
 * @throws a file system error where the lock file cannot be made
 */
async function tryLock(root, name, runner, seen) {
    const file = (0,_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .lockFile */ .Ke)(root, name);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(node_path__WEBPACK_IMPORTED_MODULE_2__.dirname(file), { recursive: true });
    const handle = await openUnshared(file);
    if (handle === undefined)
        return undefined;
    try {
        const record = await (0,_lock_record_js__WEBPACK_IMPORTED_MODULE_7__/* .claimRecord */ .C)((0,_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .ownerFile */ .SF)(root, name), runner, seen);
        if (record === undefined) {
            await handle.close();
            return undefined;
        }
        return {
            takenFrom: record.before,
            async release() {
                await record.withdraw();
                await handle.close().catch(() => { });
            },
        };
    }
    catch (error) {
        await handle.close().catch(() => { });
        throw error;
    }
}
/** Whether a lock seems to be free, by a look that makes no file and takes nothing. Never throws. */
async function looksFree(root, name) {
    try {
        await (await (0,_windows_open_alone_js__WEBPACK_IMPORTED_MODULE_5__/* .openAlone */ .W)((0,_layout_js__WEBPACK_IMPORTED_MODULE_6__/* .lockFile */ .Ke)(root, name), node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDWR)).close();
    }
    catch (error) {
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .systemCode */ .x)(error) !== 'EBUSY';
    }
    return true;
}
/** @returns undefined when another process has the file open */
async function openUnshared(file) {
    try {
        return await (0,_windows_open_alone_js__WEBPACK_IMPORTED_MODULE_5__/* .openAlone */ .W)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDWR | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_CREAT);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .systemCode */ .x)(error) === 'EBUSY')
            return undefined;
        throw error;
    }
}
function signalOption(signal) {
    return signal ? { signal } : {};
}


/***/ }),

/***/ 3784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   QI: () => (/* binding */ sightTree),
/* harmony export */   _c: () => (/* binding */ requireStillThere),
/* harmony export */   om: () => (/* binding */ explainVanished)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(452);




/** What a tree is told by, below it. */
const TELLING = ['VERSION', node_path__WEBPACK_IMPORTED_MODULE_1__.join('bin', 'go.exe')];
/** Another runner that replaces the tree takes the marker away until its own `go version` has answered. */
const PATIENCE_MS = 5000;
const LOOK_MS = 200;
/**
 * Looks once more whether each Go is still there, right before later steps get it: three looks at the disk for each, and no waiting where
 * nothing is missing.
 *
 * @throws SetupError E_VERIFY for one that something else has removed since; the signal's reason
 */
async function requireStillThere(sightings, signal, patienceMs = PATIENCE_MS) {
    const end = performance.now() + patienceMs;
    for (const sighting of sightings) {
        let gone = await missing(sighting);
        while (gone.length > 0 && performance.now() < end) {
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(LOOK_MS, undefined, signal ? { signal } : undefined).catch(() => signal?.throwIfAborted());
            gone = await missing(sighting);
        }
        if (gone.length > 0)
            throw await vanished(sighting, gone);
    }
}
/**
 * Looks at a tree that has just been written and that nobody has judged: an archive may have had no VERSION, and what never came was not removed.
 *
 * @param since when its directory was made
 * @throws SetupError E_VERIFY where the directory itself is gone
 */
async function sightTree(goroot, since) {
    if (await isGone(goroot))
        throw await vanished({ goroot, marked: false, seenAt: since }, [goroot]);
    const gone = await Promise.all(TELLING.map((file) => isGone(node_path__WEBPACK_IMPORTED_MODULE_1__.join(goroot, file))));
    return { goroot, marked: false, seenAt: new Date(), files: TELLING.filter((_, index) => !gone[index]) };
}
/**
 * Whether what failed did so because something else took the tree away meanwhile: all of it, or, as where go.exe was running and Windows
 * kept that, a part by which it is told.
 *
 * @returns the failure that says so, else the error itself
 */
async function explainVanished(error, sighting) {
    const gone = (await isGone(sighting.goroot)) ? [sighting.goroot] : await missing(sighting);
    return gone.length > 0 ? await vanished(sighting, gone, error) : error;
}
async function missing({ goroot, marked, files: seen = TELLING }) {
    const files = [...seen.map((file) => node_path__WEBPACK_IMPORTED_MODULE_1__.join(goroot, file)), ...(marked ? [`${goroot}.complete`] : [])];
    const gone = await Promise.all(files.map(isGone));
    return files.filter((_, index) => gone[index]);
}
/** What can't be looked at for any other reason (a scanner, a share that does not answer) is not gone. */
async function isGone(file) {
    return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(file).then(() => false, (error) => ['ENOENT', 'ENOTDIR'].includes((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .x)(error) ?? ''));
}
async function vanished({ goroot, seenAt }, gone, cause) {
    const seconds = ((Date.now() - seenAt.getTime()) / 1000).toFixed(1);
    const beside = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(goroot)).then((names) => names.join(', ') || 'nothing', (error) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .x)(error) ?? String(error));
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SetupError */ .w('E_VERIFY', `Something else removed ${goroot} while this step ran: ${gone.map((file) => node_path__WEBPACK_IMPORTED_MODULE_1__.basename(file)).join(', ')} ${gone.length > 1 ? 'were' : 'was'} there ${seconds} s ago. Later steps were given nothing.`, {
        remedy: 'See what else changes that directory (a configuration manager, a clean-up job, another action), keep it from removing versions while jobs run, and run the step again.',
        evidence: [
            ...gone.map((file) => `gone: ${file}`),
            `last seen ${seenAt.toISOString()}`,
            `what is in ${node_path__WEBPACK_IMPORTED_MODULE_1__.dirname(goroot)} now: ${beside}`,
        ],
        cause,
    });
}


/***/ }),

/***/ 7307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I$: () => (/* binding */ goEnvironment),
/* harmony export */   aY: () => (/* binding */ verifyTree),
/* harmony export */   o9: () => (/* binding */ runGoVersion)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1421);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(452);
/* harmony import */ var _release_names_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7621);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(138);
/* harmony import */ var _inspect_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(1404);
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(9268);








/** How long `go version` may take: a scanner can look into a new program for many seconds before it lets it run. */
const ANSWER_MS = 60_000;
/** How long to try to start it while something has it open. */
const START_MS = 10_000;
/** How long a scanner may keep it from reading the files of its new tree: it then ends with an error that says nothing of one. */
const READ_MS = 3000;
const READ_AGAIN_MS = 200;
/** Which programs a Windows machine runs: x64 runs x86 too, Arm emulates both. */
const RUNS = {
    x64: ['x64', 'x86'],
    x86: ['x86'],
    arm64: ['arm64', 'x64', 'x86'],
};
/**
 * How Windows refuses to load a program that is not for it. Support for another architecture than the machine's own is a part of Windows
 * that can be missing: Nano Server and Server Core images come without the one for x86.
 */
const REFUSED = new Set(['UNKNOWN', 'EFTYPE', 'ENOEXEC']);
/** ERROR_ACCESS_DISABLED_BY_POLICY (winerror.h). */
const BLOCKED_BY_POLICY = 1260;
/** How a program that is forbidden is refused: AppLocker's and application control's codes have no name in Node. */
const FORBIDDEN = new Set(['UNKNOWN', 'EACCES', 'EPERM']);
/**
 * Checks a freshly unpacked tree: VERSION, the header of go.exe and, where the machine can run it, what `go version` says.
 *
 * @returns one line for the log
 * @throws SetupError E_VERIFY, E_PERMISSION
 */
async function verifyTree(tree, expected, machine, signal) {
    const found = await (0,_inspect_js__WEBPACK_IMPORTED_MODULE_6__/* .inspectTree */ .$k)(tree, expected);
    if (found.state !== 'whole') {
        const reason = found.state === 'torn' ? found.reason : 'it is not there';
        throw notAsAsked(tree, expected, reason);
    }
    return runGoVersion(tree, expected, machine, signal);
}
/**
 * Runs a tree's own `go version` and compares its answer with what was asked for.
 *
 * @returns the answer, or a line that says why it was not asked
 * @throws SetupError E_PERMISSION when the machine forbids to run it, E_VERIFY when it cannot be run otherwise, does not answer or names another version or architecture; the signal's reason
 */
async function runGoVersion(tree, expected, machine, signal) {
    const arch = (0,_release_names_js__WEBPACK_IMPORTED_MODULE_4__/* .goArch */ .Jt)(expected.architecture);
    if (!RUNS[machine].includes(expected.architecture))
        return `go version was not run: an ${machine} machine cannot run windows/${arch}`;
    const executable = (0,_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .goExecutable */ .j0)(tree);
    const reply = await askPatiently(executable, signal).catch(async (error) => {
        signal?.throwIfAborted();
        if (expected.architecture !== machine && REFUSED.has((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .x)(error) ?? ''))
            return undefined;
        if (FORBIDDEN.has((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .x)(error) ?? ''))
            throw await notStarted(tree, expected, error);
        const reason = error instanceof NoAnswer ? error.message : `cannot be run (${(0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .x)(error) ?? String(error)})`;
        throw notAsAsked(tree, expected, `${executable} ${reason}`, error);
    });
    if (reply === undefined)
        return `go version was not run: this Windows does not load programs for windows/${arch}`;
    const { exitCode, stdout, stderr } = reply;
    const answer = stdout.trim();
    const match = /^go version (go\S+)(?: .*)? windows\/(\w+)$/.exec(answer);
    if (exitCode === BLOCKED_BY_POLICY)
        throw forbidden(executable, `it is blocked by group policy (${exitCode})`);
    if (exitCode !== 0)
        throw notAsAsked(tree, expected, `"go version" ended with ${exitCode}: ${(stderr || stdout).trim().slice(0, 500)}`);
    if (!match?.[1] || !(0,_inspect_js__WEBPACK_IMPORTED_MODULE_6__/* .sameGoVersion */ .xF)(match[1], (0,_release_names_js__WEBPACK_IMPORTED_MODULE_4__/* .toGoVersion */ .ME)(expected.version)) || match[2] !== arch) {
        throw notAsAsked(tree, expected, `"go version" says "${answer.slice(0, 200)}"`);
    }
    return answer;
}
class NoAnswer extends Error {
}
/** Asks again while it can't be started, and, for a shorter time, while it ends with an error. */
async function askPatiently(executable, signal) {
    for (const end = performance.now() + READ_MS;;) {
        const reply = await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_5__/* .retry */ .L5)(() => ask(executable, signal), signal, START_MS);
        const final = reply.exitCode === 0 || reply.exitCode === BLOCKED_BY_POLICY;
        if (final || performance.now() > end)
            return reply;
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(READ_AGAIN_MS, undefined, signal ? { signal } : undefined).catch(() => signal?.throwIfAborted());
    }
}
/** Runs `go version`, not inside of its own tree, which a running program's directory would hold. Ends it when cancelled. */
function ask(executable, signal) {
    const options = {
        cwd: node_path__WEBPACK_IMPORTED_MODULE_1__.parse(executable).root,
        env: goEnvironment(),
        timeout: ANSWER_MS,
        windowsHide: true,
    };
    return new Promise((resolve, reject) => {
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile)(executable, ['version'], signal ? { ...options, signal } : options, (error, stdout, stderr) => {
            if (error === null)
                resolve({ exitCode: 0, stdout, stderr });
            else if (typeof error.code === 'number')
                resolve({ exitCode: error.code, stdout, stderr });
            else if (error.killed === true)
                reject(new NoAnswer(`did not answer within ${ANSWER_MS / 1000} s`));
            else
                reject(error);
        });
    });
}
/**
 * The step's environment without the variables that would make this go answer for another one, and without AppData, where it would count
 * its own use (go.dev/doc/telemetry; golang.org/x/telemetry is off where os.UserConfigDir has no answer).
 */
function goEnvironment() {
    const env = { GOTOOLCHAIN: 'local', GOENV: 'off' };
    for (const [name, value] of Object.entries(process.env)) {
        if (value !== undefined && !/^(?:GO[A-Z0-9]+|CGO_.*|INPUT_.*|APPDATA)$/i.test(name))
            env[name] = value;
    }
    return env;
}
/** What Windows gives for a reason decides: a policy, rights and scanners are not the tree's fault. */
async function notStarted(tree, expected, error) {
    const executable = (0,_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .goExecutable */ .j0)(tree);
    const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .x)(error);
    const { whyNotStarted } = await __nccwpck_require__.e(/* import() */ 4688).then(__nccwpck_require__.bind(__nccwpck_require__, 4688));
    const refusal = await whyNotStarted(executable);
    if (refusal?.by !== 'other' && (refusal !== undefined || code !== 'UNKNOWN'))
        return forbidden(executable, refusal?.reason ?? `Windows answered ${code}`, error);
    const reason = refusal?.reason ?? 'perhaps a policy (AppLocker, application control) forbids programs there';
    return notAsAsked(tree, expected, `${executable} cannot be run (${code}): ${reason}`, error);
}
function forbidden(executable, reason, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SetupError */ .w('E_PERMISSION', `Windows does not let ${executable} run: ${reason}.`, {
        remedy: 'Ask who administers this machine to let programs of the tool cache run: in AppLocker, Windows Defender Application Control or the software restriction policies, whose event logs name the rule, or in the virus scanner.',
        evidence: [executable],
        cause,
    });
}
function notAsAsked(tree, expected, reason, cause) {
    const wanted = `${(0,_release_names_js__WEBPACK_IMPORTED_MODULE_4__/* .toGoVersion */ .ME)(expected.version)} windows/${(0,_release_names_js__WEBPACK_IMPORTED_MODULE_4__/* .goArch */ .Jt)(expected.architecture)}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SetupError */ .w('E_VERIFY', `The Go in ${tree} is not the ${wanted} that was asked for: ${reason}.`, {
        remedy: 'Compare the file with go.dev/dl if it comes from a mirror; otherwise see whether a scanner changed or blocked the files, and run the step again.',
        evidence: [`tree ${tree}`],
        cause,
    });
}


/***/ }),

/***/ 9835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ WRITE_TEST),
/* harmony export */   j: () => (/* binding */ removeWriteTests)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var _windows_files_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(138);



/** The start of the names of what tests of writing make. */
const WRITE_TEST = '.setup-go-win-test-';
/** A test takes milliseconds; one this old was killed. */
const LEFT_BEHIND_MS = 60_000;
/**
 * Removes what tests of writing that were killed have left in a directory: one listing where there is nothing. Never fails, and waits for nobody.
 *
 * @param olderThanMs 0 for who has a lock under which alone the directory is written to
 */
async function removeWriteTests(place, olderThanMs = LEFT_BEHIND_MS) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(place).catch(() => []);
    for (const left of names.filter((name) => name.startsWith(WRITE_TEST))) {
        const file = node_path__WEBPACK_IMPORTED_MODULE_1__.join(place, left);
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(file).catch(() => undefined);
        if (found && Date.now() - found.mtimeMs >= olderThanMs)
            await (0,_windows_files_js__WEBPACK_IMPORTED_MODULE_2__/* .removeTree */ .dM)(file, undefined, 0).catch(() => { });
    }
}


/***/ }),

/***/ 1244:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $P: () => (/* binding */ search),
/* harmony export */   AU: () => (/* binding */ mayAnswerFromCache),
/* harmony export */   G3: () => (/* binding */ accepts),
/* harmony export */   NJ: () => (/* binding */ architectureOf),
/* harmony export */   iN: () => (/* binding */ askedOf),
/* harmony export */   r$: () => (/* binding */ useHit)
/* harmony export */ });
/* harmony import */ var _toolcache_layout_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9268);
/* harmony import */ var _toolcache_vanished_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3784);
/* harmony import */ var _toolcache_verify_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7307);



/** The toolchain that an entry of the tool cache is. */
async function useHit(entry, found, context) {
    const { inputs, log } = context;
    const goroot = (0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .treePath */ .ON)(entry);
    log.info(found.provenance
        ? `Found in the tool cache: ${goroot} (SHA-256 ${found.provenance.sha256.slice(0, 12)}…, verified when it was installed)`
        : `Found in the tool cache: ${goroot} (put there by the image or another action; not verified by this one)`);
    if (found.provenance && !found.provenance.official) {
        log.info(`${found.goVersion} from ${found.provenance.source} is not the official build: its hash is none that is known to be go.dev's`);
    }
    if (inputs.verify === 'always')
        log.info(await askWhereItStays(entry, context));
    return {
        version: entry.version,
        goVersion: found.goVersion,
        goroot,
        architecture: entry.architecture,
        source: found.provenance ? 'tool-cache' : 'tool-cache-unverified',
        official: found.provenance?.official ?? false,
        hit: true,
        sha256: found.provenance?.sha256,
        entry,
    };
}
/** `go version` of a Go that was whole a moment ago. @throws SetupError as there, and E_VERIFY where something else has removed it meanwhile */
async function askWhereItStays(entry, { host, signal }) {
    const sighting = { goroot: (0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .treePath */ .ON)(entry), marked: true, seenAt: new Date() };
    return await (0,_toolcache_verify_js__WEBPACK_IMPORTED_MODULE_2__/* .runGoVersion */ .o9)(sighting.goroot, entry, host.architecture, signal).catch(async (error) => {
        signal.throwIfAborted();
        throw await (0,_toolcache_vanished_js__WEBPACK_IMPORTED_MODULE_1__/* .explainVanished */ .om)(error, sighting);
    });
}
/** A Go of the tool cache as a policy is asked about it. */
function askedOf({ version }, { provenance }, origin) {
    return { version, source: provenance?.source, official: provenance?.official ?? false, origin };
}
/**
 * What of the tool cache will do: nothing that a policy refuses; with a pinned hash or `official-only`, nothing whose origin we did not verify ourselves; with `transparency:
 * require`, nothing that a checksum database did not vouch for when it was installed.
 */
async function accepts(found, entry, { inputs, policy }) {
    if (inputs.transparency === 'require' && found.provenance?.transparency === undefined)
        return false;
    if (inputs.checksum !== '' && found.provenance?.sha256 !== inputs.checksum)
        return false;
    if (inputs.officialOnly && found.provenance?.official !== true)
        return false;
    return policy === undefined || (await policy.acceptsTree(askedOf(entry, found), (0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .treePath */ .ON)(entry)));
}
/**
 * Whether the tool cache may answer a spec before any list is asked: not with check-latest; what an alias means, and which match of a range is the
 * lowest, a list alone knows.
 */
function mayAnswerFromCache({ kind }, inputs) {
    return !inputs.checkLatest && (kind === 'exact' || (kind === 'range' && inputs.resolution === 'highest'));
}
/** Where this step looks for a Go. */
function search(context) {
    const { inputs, host, policy, log } = context;
    return {
        roots: host.toolCaches,
        tools: inputs.mirror === '' ? [_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .OFFICIAL_TOOL */ .ny] : [(0,_toolcache_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .mirrorTool */ .Yd)(inputs.mirror), _toolcache_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .OFFICIAL_TOOL */ .ny],
        architecture: architectureOf(context),
        accepts: (found, entry) => accepts(found, entry, context),
        mayChoose: policy &&
            ((version) => {
                const rule = policy.ruledOut(version);
                if (rule !== undefined)
                    log.info(`Go ${version}, which is there, is passed over by the rule ${rule} of the policy`);
                return rule === undefined;
            }),
    };
}
/** The architecture of the Go that is wanted. */
function architectureOf({ inputs, host, }) {
    return inputs.architecture ?? host.architecture;
}


/***/ }),

/***/ 6094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ cancellation),
/* harmony export */   p: () => (/* binding */ endOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(452);

/**
 * Watches for what ends a step from outside its own flow: the signals by which a runner cancels it (Ctrl+C first, Ctrl+Break some seconds
 * later, and then it ends the process; actions/runner, ProcessInvoker), and errors that nobody caught.
 *
 * @returns a signal that aborts with an E_CANCELLED error, or with the uncaught one, as its reason
 */
function cancellation() {
    const controller = new AbortController();
    for (const name of ['SIGINT', 'SIGBREAK', 'SIGTERM']) {
        process.on(name, () => {
            controller.abort(new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .SetupError */ .w('E_CANCELLED', `The step was cancelled (${name}).`, {
                remedy: 'Run the job again: it finds what this one left, and puts it right.',
            }));
        });
    }
    // A rejection that nobody handles comes here as well.
    process.on('uncaughtException', (error) => {
        process.exitCode = 1; // also where the step had said that all is well
        controller.abort(error);
    });
    return controller.signal;
}
/** What a step gets to free its locks before it reports: the runner ends it about 10 s after it asked. */
const GRACE_MS = 3000;
/**
 * Waits for work, but not for ever: once the signal is aborted the work has some seconds to end by itself, for an uncaught error may have
 * hit just what it waits for, and a call to a dead share can take a minute.
 *
 * @throws what the work throws; the signal's reason where it is aborted by then; an error where Node has nothing left to do
 */
function endOf(work, signal, graceMs = GRACE_MS) {
    return new Promise((resolve, reject) => {
        let timer;
        const settle = (action) => {
            clearTimeout(timer);
            signal.removeEventListener('abort', aborted);
            process.off('beforeExit', idle);
            if (signal.aborted)
                reject(signal.reason);
            else
                action();
        };
        const aborted = () => {
            timer = setTimeout(() => settle(() => { }), graceMs);
        };
        // Without this Node would end the process with code 13 and no word for the user.
        const idle = () => settle(() => reject(new Error('the step waits for something that never comes')));
        process.on('beforeExit', idle);
        signal.addEventListener('abort', aborted, { once: true });
        if (signal.aborted)
            aborted();
        work.then((value) => settle(() => resolve(value)), (error) => settle(() => reject(error)));
    });
}


/***/ }),

/***/ 138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $B: () => (/* binding */ isThere),
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   Rl: () => (/* binding */ forEachFile),
/* harmony export */   dM: () => (/* binding */ removeTree),
/* harmony export */   explainFileError: () => (/* binding */ explainFileError),
/* harmony export */   wd: () => (/* binding */ isDirectory)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8500);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(452);




/** What Windows answers while another process, often a virus scanner, has a file open; worth another try. */
const TRANSIENT = new Set(['EPERM', 'EACCES', 'EBUSY', 'ENOTEMPTY']);
/** How long a rename or a removal is tried again: scanners hold new files for seconds (rustup allows 28 s, uv 10 s). */
const PATIENCE_MS = 15_000;
/**
 * Runs a rename or removal again while Windows says that something is in use, with exponential back-off from 10 ms to 1 s.
 * Other errors are thrown at once. This is the one place for it: Node's own `fs.rm` retries neither EACCES nor renames
 * (nodejs/node#64016).
 *
 * @param patienceMs how long to go on in all
 * @throws the last error of the operation; the signal's reason when cancelled
 */
async function retry(operation, signal, patienceMs = PATIENCE_MS) {
    // Not the clock of the machine, which may be set meanwhile.
    const end = performance.now() + patienceMs;
    for (let delay = 10;; delay = Math.min(delay * 2, 1000)) {
        try {
            return await operation();
        }
        catch (error) {
            if (!TRANSIENT.has((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .x)(error) ?? '') || performance.now() + delay > end)
                throw error;
        }
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(delay, undefined, signal ? { signal } : undefined).catch(() => signal?.throwIfAborted());
    }
}
/** Node runs four file calls at a time (libuv's thread pool). */
const AT_ONCE = 4;
/**
 * Does file work on each item, as many at a time as Node works on, in no order to rely on.
 *
 * @throws the first error of the work; what is under way then goes on
 */
async function forEachFile(items, work) {
    const left = items.values();
    const lane = async () => {
        for (const item of left)
            await work(item);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
}
/** Whether something has this name, a link that leads nowhere too. Never throws: what can't be looked at is not there. */
async function isThere(place) {
    return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(place).then(() => true, () => false);
}
/** Whether this is a directory, or a link that leads to one. Never throws: what can't be looked at is none. */
async function isDirectory(place) {
    return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(place).then((found) => found.isDirectory(), () => false);
}
/**
 * Removes a file, a link (never what it leads to) or a directory with all that is in it, read-only files too. That nothing is there is no error.
 * What another process holds is tried again, and does not keep the rest from being removed. Between two files it looks at the
 * signal: a cancelled step has no time to remove the thousands of files of a Go.
 *
 * @param patienceMs how long to wait in all for what is held
 * @throws the first error of the system; the signal's reason when cancelled
 */
async function removeTree(target, signal, patienceMs = 2000) {
    const end = performance.now() + patienceMs;
    let first;
    async function attempt(operation) {
        signal?.throwIfAborted();
        try {
            return await retry(operation, signal, end - performance.now());
        }
        catch (error) {
            signal?.throwIfAborted();
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .x)(error) !== 'ENOENT')
                first ??= error;
            return undefined;
        }
    }
    async function removeDirectory(directory) {
        const entries = (await attempt(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory, { withFileTypes: true }))) ?? [];
        const files = entries.filter((entry) => !entry.isDirectory());
        await forEachFile(files, ({ name }) => attempt(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.unlink)(node_path__WEBPACK_IMPORTED_MODULE_1__.join(directory, name))));
        for (const entry of entries)
            if (entry.isDirectory())
                await removeDirectory(node_path__WEBPACK_IMPORTED_MODULE_1__.join(directory, entry.name));
        // Not empty where a file in it is still held: then that is what there is to say.
        if (first === undefined)
            await attempt(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rmdir)(directory));
        else
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rmdir)(directory).catch(() => { });
    }
    const found = await attempt(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)(target));
    if (found?.isDirectory())
        await removeDirectory(target);
    else if (found)
        await attempt(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.unlink)(target));
    if (first !== undefined)
        throw first;
}
/**
 * Turns a file system error into the failure that a user sees. An error that is a SetupError already is returned as it is, and so is
 * one that says nothing about the user's machine.
 *
 * @param doing what was tried, for the sentence "Windows refused to …": `create the directory`
 * @param place what it was tried on
 */
function explainFileError(error, doing, place) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SetupError */ .w)
        return error;
    const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .x)(error);
    const details = { evidence: [`${code} at ${place}`], cause: error };
    switch (code) {
        case 'EBUSY':
            return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SetupError */ .w('E_LOCKED', `Could not ${doing} ${place}: another process has it open.`, {
                remedy: 'End the job or program that uses this Go (a go, gopls or compiler process, an editor, a scanner) and run the step again.',
                ...details,
            });
        case 'EPERM':
        case 'EACCES':
            return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SetupError */ .w('E_PERMISSION', `Could not ${doing} ${place}: the account of the runner may not, or another process has a file in it open.`, {
                remedy: 'Give the account that the runner runs under full control of the tool cache, and end programs that run from it.',
                ...details,
            });
        case 'EROFS':
            return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SetupError */ .w('E_PERMISSION', `Could not ${doing} ${place}: the disk is read-only.`, {
                remedy: 'Point RUNNER_TOOL_CACHE at a disk that the runner can write to.',
                ...details,
            });
        case 'EEXIST':
        case 'ENOTDIR':
            return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SetupError */ .w('E_PERMISSION', `Could not ${doing} ${place}: a file stands where a directory has to be.`, {
                remedy: 'Remove that file, or point RUNNER_TOOL_CACHE at a directory.',
                ...details,
            });
        case 'ENOENT':
            return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SetupError */ .w('E_PERMISSION', `Could not ${doing} ${place}: its drive, its share or a directory above it is not there.`, {
                remedy: 'Point RUNNER_TOOL_CACHE at a directory that the runner can reach, and see what else removes files below it.',
                ...details,
            });
        case 'ENOSPC':
        case 'EDQUOT':
            return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SetupError */ .w('E_DISK', `Could not ${doing} ${place}: the disk is full.`, {
                remedy: 'Free at least 500 MB on that disk: one Go takes about 300 MB.',
                ...details,
            });
        default:
            return error;
    }
}


/***/ }),

/***/ 5159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B3: () => (/* binding */ workspaceOf),
/* harmony export */   JW: () => (/* binding */ machineArchitecture),
/* harmony export */   rk: () => (/* binding */ readHost)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(452);


/**
 * Reads what the runner says of itself and of the machine.
 *
 * On a hosted runner whose RUNNER_TEMP lies on another drive than the tool cache, new versions go to `hostedtoolcache\windows` on that
 * drive, which is the local and faster one; both places are looked in.
 *
 * @throws SetupError E_PLATFORM where this is no Windows, or no runner
 */
function readHost(env, platform) {
    if (platform !== 'win32') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w('E_PLATFORM', `This action sets up Go on Windows; this is a ${platform} machine.`, {
            remedy: "Guard the step with `if: runner.os == 'Windows'`, and use actions/setup-go elsewhere.",
        });
    }
    const toolCache = env['RUNNER_TOOL_CACHE'];
    if (!toolCache) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .SetupError */ .w('E_PLATFORM', 'RUNNER_TOOL_CACHE is not set, so there is no tool cache to install into.', {
            remedy: 'Run the action as a step of a GitHub Actions job; a runner sets this variable.',
        });
    }
    const hosted = env['RUNNER_ENVIRONMENT'] === 'github-hosted';
    const primary = hosted ? fastToolCache(toolCache, env['RUNNER_TEMP'] ?? '') : toolCache;
    return {
        architecture: machineArchitecture(env),
        hosted,
        toolCache: primary,
        toolCaches: primary === toolCache ? [toolCache] : [primary, toolCache],
        workspace: workspaceOf(env),
        runner: runnerName(env),
    };
}
/** Where the workflow's own files lie, and what its relative paths begin at. */
function workspaceOf(env) {
    return env['GITHUB_WORKSPACE'] || process.cwd();
}
function fastToolCache(toolCache, temp) {
    const drive = node_path__WEBPACK_IMPORTED_MODULE_0__.win32.parse(temp).root.toUpperCase();
    const other = node_path__WEBPACK_IMPORTED_MODULE_0__.win32.parse(toolCache).root.toUpperCase();
    return /^[A-Z]:\\$/.test(drive) && drive !== other ? `${drive}hostedtoolcache\\windows` : toolCache;
}
/**
 * The machine's architecture, seen through emulation: a 32-bit process is told the real one in PROCESSOR_ARCHITEW6432, and an x64 process
 * on Windows for Arm by the "ARMv8" in PROCESSOR_IDENTIFIER alone.
 */
function machineArchitecture(env) {
    const told = (env['PROCESSOR_ARCHITEW6432'] || env['PROCESSOR_ARCHITECTURE'] || process.arch).toLowerCase();
    if (told === 'arm64' || (env['PROCESSOR_IDENTIFIER'] ?? '').startsWith('ARMv8'))
        return 'arm64';
    return told === 'x86' || told === 'ia32' ? 'x86' : 'x64';
}
function runnerName(env) {
    const run = env['GITHUB_RUN_ID'] ? ` run ${env['GITHUB_RUN_ID']}` : '';
    const job = env['GITHUB_JOB'] ? ` job ${env['GITHUB_JOB']}` : '';
    return `${env['RUNNER_NAME'] || 'runner'}${run}${job}`;
}


/***/ }),

/***/ 8159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ openAlone)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);

/**
 * libuv's UV_FS_O_EXLOCK: on Windows the file is opened with share mode 0, so it fails with EBUSY while anybody else has the file open, and so
 * does everybody else's attempt until the handle is closed, which the system does when the process dies, however it dies. Other systems take
 * no notice of it.
 */
const NO_SHARING = 0x10000000;
/**
 * Opens a file so that nobody else may have it open.
 *
 * @param flags of fs.constants
 * @throws the error of the system; EBUSY while another process has it open
 */
async function openAlone(file, flags) {
    return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(file, flags | NO_SHARING);
}


/***/ }),

/***/ 3838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  yU: () => (/* binding */ ExitCode),
  fM: () => (/* binding */ addPath),
  Yz: () => (/* binding */ core_debug),
  N4: () => (/* binding */ endGroup),
  z3: () => (/* binding */ error),
  dN: () => (/* binding */ exportVariable),
  V4: () => (/* binding */ getInput),
  q3: () => (/* binding */ getMultilineInput),
  Gu: () => (/* binding */ getState),
  pq: () => (/* binding */ info),
  _o: () => (/* binding */ isDebug),
  lm: () => (/* binding */ notice),
  LZ: () => (/* binding */ saveState),
  uH: () => (/* binding */ setOutput),
  Pq: () => (/* binding */ core_setSecret),
  Oh: () => (/* binding */ startGroup),
  z: () => (/* reexport */ summary),
  $e: () => (/* binding */ warning)
});

// UNUSED EXPORTS: getBooleanInput, getIDToken, group, markdownSummary, platform, setCommandEcho, setFailed, toPlatformPath, toPosixPath, toWin32Path

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_.EOL);
}
function command_issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
// EXTERNAL MODULE: external "crypto"
var external_crypto_ = __nccwpck_require__(6982);
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __nccwpck_require__(2385);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/auth.js
var auth = __nccwpck_require__(2145);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/oidc-utils.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class oidc_utils_OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return __awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = oidc_utils_OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return __awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = oidc_utils_OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield oidc_utils_OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_.constants.R_OK | external_fs_.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
//# sourceMappingURL=path-utils.js.map
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 3 modules
var lib_exec = __nccwpck_require__(5781);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_.platform();
const arch = external_os_.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function core_setSecret(secret) {
    issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${external_path_.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_.EOL);
    issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function core_debug(message) {
    issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map

/***/ }),

/***/ 5781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ exec)
});

// UNUSED EXPORTS: getExecOutput

;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");
// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
// EXTERNAL MODULE: external "events"
var external_events_ = __nccwpck_require__(4434);
// EXTERNAL MODULE: external "child_process"
var external_child_process_ = __nccwpck_require__(5317);
// EXTERNAL MODULE: external "path"
var external_path_ = __nccwpck_require__(6928);
// EXTERNAL MODULE: ./node_modules/@actions/io/lib/io.js
var io = __nccwpck_require__(8701);
// EXTERNAL MODULE: ./node_modules/@actions/io/lib/io-util.js
var io_util = __nccwpck_require__(90);
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/toolrunner.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_.EOL.length);
                n = s.indexOf(external_os_.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return __awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!io_util/* isRooted */.Qh(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield io/* which */.K7(this.toolPath, true);
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield io_util/* exists */.t2(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new StringDecoder('utf8');
        const stderrDecoder = new StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map

/***/ }),

/***/ 2145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   tZ: () => (/* binding */ BearerCredentialHandler)
/* harmony export */ });
/* unused harmony exports BasicCredentialHandler, PersonalAccessTokenCredentialHandler */
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
class BasicCredentialHandler {
    constructor(username, password) {
        this.username = username;
        this.password = password;
    }
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class BearerCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Bearer ${this.token}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class PersonalAccessTokenCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`PAT:${this.token}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return __awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
//# sourceMappingURL=auth.js.map

/***/ }),

/***/ 2385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Qq: () => (/* binding */ HttpClient),
  Kg: () => (/* binding */ HttpClientError),
  Hv: () => (/* binding */ HttpCodes)
});

// UNUSED EXPORTS: Headers, HttpClientResponse, MediaTypes, getProxyUrl, isHttps

// EXTERNAL MODULE: external "http"
var external_http_ = __nccwpck_require__(8611);
var external_http_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_http_, 2);
// EXTERNAL MODULE: external "https"
var external_https_ = __nccwpck_require__(5692);
var external_https_namespaceObject = /*#__PURE__*/__nccwpck_require__.t(external_https_, 2);
// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/proxy.js
var proxy = __nccwpck_require__(9783);
// EXTERNAL MODULE: ./node_modules/tunnel/index.js
var tunnel = __nccwpck_require__(770);
;// CONCATENATED MODULE: ./stubs/undici/index.js
/**
 * @actions/http-client imports undici for `getAgentDispatcher` alone, a helper for users of `fetch`. Loading the real one takes as long as
 * starting Node does, at the start of every step, and is 1 MB of the bundle. This action uses node:http, so it brings this stub instead.
 */
class ProxyAgent {
  constructor() {
    throw new Error('undici is not bundled: use node:http with HttpClient.getAgent');
  }
}

;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/index.js
/* eslint-disable @typescript-eslint/no-explicit-any */
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};





var HttpCodes;
(function (HttpCodes) {
    HttpCodes[HttpCodes["OK"] = 200] = "OK";
    HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
    HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
    HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
    HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
    HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
    HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
    HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
    HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
    HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
    HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
    HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
    HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
    HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
    HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
    HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
    HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
    HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
    HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
    HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
    HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
    HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
    HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
    HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
    HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
    HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
    HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function (Headers) {
    Headers["Accept"] = "accept";
    Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function (MediaTypes) {
    MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
/**
 * Returns the proxy URL, depending upon the supplied url and proxy environment variables.
 * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
 */
function getProxyUrl(serverUrl) {
    const proxyUrl = pm.getProxyUrl(new URL(serverUrl));
    return proxyUrl ? proxyUrl.href : '';
}
const HttpRedirectCodes = [
    HttpCodes.MovedPermanently,
    HttpCodes.ResourceMoved,
    HttpCodes.SeeOther,
    HttpCodes.TemporaryRedirect,
    HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
    HttpCodes.BadGateway,
    HttpCodes.ServiceUnavailable,
    HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = ['OPTIONS', 'GET', 'DELETE', 'HEAD'];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
class HttpClientError extends Error {
    constructor(message, statusCode) {
        super(message);
        this.name = 'HttpClientError';
        this.statusCode = statusCode;
        Object.setPrototypeOf(this, HttpClientError.prototype);
    }
}
class HttpClientResponse {
    constructor(message) {
        this.message = message;
    }
    readBody() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                let output = Buffer.alloc(0);
                this.message.on('data', (chunk) => {
                    output = Buffer.concat([output, chunk]);
                });
                this.message.on('end', () => {
                    resolve(output.toString());
                });
            }));
        });
    }
    readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                const chunks = [];
                this.message.on('data', (chunk) => {
                    chunks.push(chunk);
                });
                this.message.on('end', () => {
                    resolve(Buffer.concat(chunks));
                });
            }));
        });
    }
}
function isHttps(requestUrl) {
    const parsedUrl = new URL(requestUrl);
    return parsedUrl.protocol === 'https:';
}
class HttpClient {
    constructor(userAgent, handlers, requestOptions) {
        this._ignoreSslError = false;
        this._allowRedirects = true;
        this._allowRedirectDowngrade = false;
        this._maxRedirects = 50;
        this._allowRetries = false;
        this._maxRetries = 1;
        this._keepAlive = false;
        this._disposed = false;
        this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
        this.handlers = handlers || [];
        this.requestOptions = requestOptions;
        if (requestOptions) {
            if (requestOptions.ignoreSslError != null) {
                this._ignoreSslError = requestOptions.ignoreSslError;
            }
            this._socketTimeout = requestOptions.socketTimeout;
            if (requestOptions.allowRedirects != null) {
                this._allowRedirects = requestOptions.allowRedirects;
            }
            if (requestOptions.allowRedirectDowngrade != null) {
                this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
            }
            if (requestOptions.maxRedirects != null) {
                this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
            }
            if (requestOptions.keepAlive != null) {
                this._keepAlive = requestOptions.keepAlive;
            }
            if (requestOptions.allowRetries != null) {
                this._allowRetries = requestOptions.allowRetries;
            }
            if (requestOptions.maxRetries != null) {
                this._maxRetries = requestOptions.maxRetries;
            }
        }
    }
    options(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('OPTIONS', requestUrl, null, additionalHeaders || {});
        });
    }
    get(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('GET', requestUrl, null, additionalHeaders || {});
        });
    }
    del(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('DELETE', requestUrl, null, additionalHeaders || {});
        });
    }
    post(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('POST', requestUrl, data, additionalHeaders || {});
        });
    }
    patch(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PATCH', requestUrl, data, additionalHeaders || {});
        });
    }
    put(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PUT', requestUrl, data, additionalHeaders || {});
        });
    }
    head(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('HEAD', requestUrl, null, additionalHeaders || {});
        });
    }
    sendStream(verb, requestUrl, stream, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request(verb, requestUrl, stream, additionalHeaders);
        });
    }
    /**
     * Gets a typed object from an endpoint
     * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
     */
    getJson(requestUrl_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            const res = yield this.get(requestUrl, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    postJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.post(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    putJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.put(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    patchJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.patch(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    /**
     * Makes a raw http request.
     * All other methods such as get, post, patch, and request ultimately call this.
     * Prefer get, del, post and patch
     */
    request(verb, requestUrl, data, headers) {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._disposed) {
                throw new Error('Client has already been disposed.');
            }
            const parsedUrl = new URL(requestUrl);
            let info = this._prepareRequest(verb, parsedUrl, headers);
            // Only perform retries on reads since writes may not be idempotent.
            const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb)
                ? this._maxRetries + 1
                : 1;
            let numTries = 0;
            let response;
            do {
                response = yield this.requestRaw(info, data);
                // Check if it's an authentication challenge
                if (response &&
                    response.message &&
                    response.message.statusCode === HttpCodes.Unauthorized) {
                    let authenticationHandler;
                    for (const handler of this.handlers) {
                        if (handler.canHandleAuthentication(response)) {
                            authenticationHandler = handler;
                            break;
                        }
                    }
                    if (authenticationHandler) {
                        return authenticationHandler.handleAuthentication(this, info, data);
                    }
                    else {
                        // We have received an unauthorized response but have no handlers to handle it.
                        // Let the response return to the caller.
                        return response;
                    }
                }
                let redirectsRemaining = this._maxRedirects;
                while (response.message.statusCode &&
                    HttpRedirectCodes.includes(response.message.statusCode) &&
                    this._allowRedirects &&
                    redirectsRemaining > 0) {
                    const redirectUrl = response.message.headers['location'];
                    if (!redirectUrl) {
                        // if there's no location to redirect to, we won't
                        break;
                    }
                    const parsedRedirectUrl = new URL(redirectUrl);
                    if (parsedUrl.protocol === 'https:' &&
                        parsedUrl.protocol !== parsedRedirectUrl.protocol &&
                        !this._allowRedirectDowngrade) {
                        throw new Error('Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.');
                    }
                    // we need to finish reading the response before reassigning response
                    // which will leak the open socket.
                    yield response.readBody();
                    // strip authorization header if redirected to a different hostname
                    if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                        for (const header in headers) {
                            // header names are case insensitive
                            if (header.toLowerCase() === 'authorization') {
                                delete headers[header];
                            }
                        }
                    }
                    // let's make the request with the new redirectUrl
                    info = this._prepareRequest(verb, parsedRedirectUrl, headers);
                    response = yield this.requestRaw(info, data);
                    redirectsRemaining--;
                }
                if (!response.message.statusCode ||
                    !HttpResponseRetryCodes.includes(response.message.statusCode)) {
                    // If not a retry code, return immediately instead of retrying
                    return response;
                }
                numTries += 1;
                if (numTries < maxTries) {
                    yield response.readBody();
                    yield this._performExponentialBackoff(numTries);
                }
            } while (numTries < maxTries);
            return response;
        });
    }
    /**
     * Needs to be called if keepAlive is set to true in request options.
     */
    dispose() {
        if (this._agent) {
            this._agent.destroy();
        }
        this._disposed = true;
    }
    /**
     * Raw request.
     * @param info
     * @param data
     */
    requestRaw(info, data) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => {
                function callbackForResult(err, res) {
                    if (err) {
                        reject(err);
                    }
                    else if (!res) {
                        // If `err` is not passed, then `res` must be passed.
                        reject(new Error('Unknown error'));
                    }
                    else {
                        resolve(res);
                    }
                }
                this.requestRawWithCallback(info, data, callbackForResult);
            });
        });
    }
    /**
     * Raw request with callback.
     * @param info
     * @param data
     * @param onResult
     */
    requestRawWithCallback(info, data, onResult) {
        if (typeof data === 'string') {
            if (!info.options.headers) {
                info.options.headers = {};
            }
            info.options.headers['Content-Length'] = Buffer.byteLength(data, 'utf8');
        }
        let callbackCalled = false;
        function handleResult(err, res) {
            if (!callbackCalled) {
                callbackCalled = true;
                onResult(err, res);
            }
        }
        const req = info.httpModule.request(info.options, (msg) => {
            const res = new HttpClientResponse(msg);
            handleResult(undefined, res);
        });
        let socket;
        req.on('socket', sock => {
            socket = sock;
        });
        // If we ever get disconnected, we want the socket to timeout eventually
        req.setTimeout(this._socketTimeout || 3 * 60000, () => {
            if (socket) {
                socket.end();
            }
            handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on('error', function (err) {
            // err has statusCode property
            // res should have headers
            handleResult(err);
        });
        if (data && typeof data === 'string') {
            req.write(data, 'utf8');
        }
        if (data && typeof data !== 'string') {
            data.on('close', function () {
                req.end();
            });
            data.pipe(req);
        }
        else {
            req.end();
        }
    }
    /**
     * Gets an http agent. This function is useful when you need an http agent that handles
     * routing through a proxy server - depending upon the url and proxy environment variables.
     * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
     */
    getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
    }
    getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = proxy/* getProxyUrl */.s(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (!useProxy) {
            return;
        }
        return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
    }
    _prepareRequest(method, requestUrl, headers) {
        const info = {};
        info.parsedUrl = requestUrl;
        const usingSsl = info.parsedUrl.protocol === 'https:';
        info.httpModule = usingSsl ? external_https_namespaceObject : external_http_namespaceObject;
        const defaultPort = usingSsl ? 443 : 80;
        info.options = {};
        info.options.host = info.parsedUrl.hostname;
        info.options.port = info.parsedUrl.port
            ? parseInt(info.parsedUrl.port)
            : defaultPort;
        info.options.path =
            (info.parsedUrl.pathname || '') + (info.parsedUrl.search || '');
        info.options.method = method;
        info.options.headers = this._mergeHeaders(headers);
        if (this.userAgent != null) {
            info.options.headers['user-agent'] = this.userAgent;
        }
        info.options.agent = this._getAgent(info.parsedUrl);
        // gives handlers an opportunity to participate
        if (this.handlers) {
            for (const handler of this.handlers) {
                handler.prepareRequest(info.options);
            }
        }
        return info;
    }
    _mergeHeaders(headers) {
        if (this.requestOptions && this.requestOptions.headers) {
            return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
        }
        return lowercaseKeys(headers || {});
    }
    /**
     * Gets an existing header value or returns a default.
     * Handles converting number header values to strings since HTTP headers must be strings.
     * Note: This returns string | string[] since some headers can have multiple values.
     * For headers that must always be a single string (like Content-Type), use the
     * specialized _getExistingOrDefaultContentTypeHeader method instead.
     */
    _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
            if (headerValue) {
                clientHeader =
                    typeof headerValue === 'number' ? headerValue.toString() : headerValue;
            }
        }
        const additionalValue = additionalHeaders[header];
        if (additionalValue !== undefined) {
            return typeof additionalValue === 'number'
                ? additionalValue.toString()
                : additionalValue;
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    /**
     * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
     * Always returns a single string (not an array) since Content-Type should be a single value.
     * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
     * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
     * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
     */
    _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
            if (headerValue) {
                if (typeof headerValue === 'number') {
                    clientHeader = String(headerValue);
                }
                else if (Array.isArray(headerValue)) {
                    clientHeader = headerValue.join(', ');
                }
                else {
                    clientHeader = headerValue;
                }
            }
        }
        const additionalValue = additionalHeaders[Headers.ContentType];
        // Return the first non-undefined value, converting numbers or arrays to strings if necessary
        if (additionalValue !== undefined) {
            if (typeof additionalValue === 'number') {
                return String(additionalValue);
            }
            else if (Array.isArray(additionalValue)) {
                return additionalValue.join(', ');
            }
            else {
                return additionalValue;
            }
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    _getAgent(parsedUrl) {
        let agent;
        const proxyUrl = proxy/* getProxyUrl */.s(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) {
            agent = this._proxyAgent;
        }
        if (!useProxy) {
            agent = this._agent;
        }
        // if agent is already assigned use that agent.
        if (agent) {
            return agent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        let maxSockets = 100;
        if (this.requestOptions) {
            maxSockets = this.requestOptions.maxSockets || external_http_.globalAgent.maxSockets;
        }
        // This is `useProxy` again, but we need to check `proxyURl` directly for TypeScripts's flow analysis.
        if (proxyUrl && proxyUrl.hostname) {
            const agentOptions = {
                maxSockets,
                keepAlive: this._keepAlive,
                proxy: Object.assign(Object.assign({}, ((proxyUrl.username || proxyUrl.password) && {
                    proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
                })), { host: proxyUrl.hostname, port: proxyUrl.port })
            };
            let tunnelAgent;
            const overHttps = proxyUrl.protocol === 'https:';
            if (usingSsl) {
                tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
            }
            else {
                tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
        }
        // if tunneling agent isn't assigned create a new agent
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new external_https_.Agent(options) : new external_http_.Agent(options);
            this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            agent.options = Object.assign(agent.options || {}, {
                rejectUnauthorized: false
            });
        }
        return agent;
    }
    _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
        let proxyAgent;
        if (this._keepAlive) {
            proxyAgent = this._proxyAgentDispatcher;
        }
        // if agent is already assigned use that agent.
        if (proxyAgent) {
            return proxyAgent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        proxyAgent = new ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
            token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`
        })));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
                rejectUnauthorized: false
            });
        }
        return proxyAgent;
    }
    _getUserAgentWithOrchestrationId(userAgent) {
        const baseUserAgent = userAgent || 'actions/http-client';
        const orchId = process.env['ACTIONS_ORCHESTRATION_ID'];
        if (orchId) {
            // Sanitize the orchestration ID to ensure it contains only valid characters
            // Valid characters: 0-9, a-z, _, -, .
            const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
            return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
        }
        return baseUserAgent;
    }
    _performExponentialBackoff(retryNumber) {
        return __awaiter(this, void 0, void 0, function* () {
            retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
            const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
            return new Promise(resolve => setTimeout(() => resolve(), ms));
        });
    }
    _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                const statusCode = res.message.statusCode || 0;
                const response = {
                    statusCode,
                    result: null,
                    headers: {}
                };
                // not found leads to null obj returned
                if (statusCode === HttpCodes.NotFound) {
                    resolve(response);
                }
                // get the result from the body
                function dateTimeDeserializer(key, value) {
                    if (typeof value === 'string') {
                        const a = new Date(value);
                        if (!isNaN(a.valueOf())) {
                            return a;
                        }
                    }
                    return value;
                }
                let obj;
                let contents;
                try {
                    contents = yield res.readBody();
                    if (contents && contents.length > 0) {
                        if (options && options.deserializeDates) {
                            obj = JSON.parse(contents, dateTimeDeserializer);
                        }
                        else {
                            obj = JSON.parse(contents);
                        }
                        response.result = obj;
                    }
                    response.headers = res.message.headers;
                }
                catch (err) {
                    // Invalid resource (contents not json);  leaving result obj null
                }
                // note that 3xx redirects are handled by the http layer.
                if (statusCode > 299) {
                    let msg;
                    // if exception/error in body, attempt to get better error
                    if (obj && obj.message) {
                        msg = obj.message;
                    }
                    else if (contents && contents.length > 0) {
                        // it may be the case that the exception is in the body message as string
                        msg = contents;
                    }
                    else {
                        msg = `Failed request: (${statusCode})`;
                    }
                    const err = new HttpClientError(msg, statusCode);
                    err.result = response.result;
                    reject(err);
                }
                else {
                    resolve(response);
                }
            }));
        });
    }
}
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {});
//# sourceMappingURL=index.js.map

/***/ }),

/***/ 9783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ checkBypass),
/* harmony export */   s: () => (/* binding */ getProxyUrl)
/* harmony export */ });
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map

/***/ }),

/***/ 90:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ck: () => (/* binding */ mkdir),
/* harmony export */   H8: () => (/* binding */ IS_WINDOWS),
/* harmony export */   Qh: () => (/* binding */ isRooted),
/* harmony export */   rm: () => (/* binding */ rm),
/* harmony export */   t2: () => (/* binding */ exists),
/* harmony export */   vr: () => (/* binding */ tryGetExecutablePath)
/* harmony export */ });
/* unused harmony exports chmod, copyFile, lstat, open, readdir, rename, rmdir, stat, symlink, unlink, readlink, UV_FS_O_EXLOCK, READONLY, isDirectory, getCmdPath */
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9896);
/* harmony import */ var path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6928);
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs__WEBPACK_IMPORTED_MODULE_0__.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY;
function exists(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return __awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return __awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = path__WEBPACK_IMPORTED_MODULE_1__.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = path__WEBPACK_IMPORTED_MODULE_1__.dirname(filePath);
                        const upperName = path__WEBPACK_IMPORTED_MODULE_1__.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = path__WEBPACK_IMPORTED_MODULE_1__.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map

/***/ }),

/***/ 8701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K7: () => (/* binding */ which),
/* harmony export */   U$: () => (/* binding */ mkdirP),
/* harmony export */   Yz: () => (/* binding */ rmRF)
/* harmony export */ });
/* unused harmony exports cp, mv, findInPath */
/* harmony import */ var assert__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2613);
/* harmony import */ var path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6928);
/* harmony import */ var _io_util_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(90);
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return __awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return __awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return __awaiter(this, void 0, void 0, function* () {
        if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        (0,assert__WEBPACK_IMPORTED_MODULE_0__.ok)(fsPath, 'a path argument must be provided');
        yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .mkdir */ .Ck(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return __awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return __awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .IS_WINDOWS */ .H8 && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (_io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .isRooted */ .Qh(tool)) {
            const filePath = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .tryGetExecutablePath */ .vr(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(path__WEBPACK_IMPORTED_MODULE_1__.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield _io_util_js__WEBPACK_IMPORTED_MODULE_2__/* .tryGetExecutablePath */ .vr(path__WEBPACK_IMPORTED_MODULE_1__.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return __awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function copyFile(srcFile, destFile, force) {
    return __awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		8792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(342);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
