// Compares an output with what the scenario expects of it (FORMAT.md, Expectations).

const sets = new Set(["SS", "NS", "BS"]);

/** Its methods return the first difference, or "". */
export class Comparison {
  /** byValue: numbers of the service are equal by value, as a high-level layer gives them back, not by text. */
  constructor(byValue) {
    this.byValue = byValue;
  }

  /** Compares the members that want names; others do not count. */
  output(want, got) {
    return this.has(want, got, "");
  }

  value(want, got, path) {
    if (Array.isArray(want)) return this.list(want, got, path);
    if (want === null || typeof want !== "object") return unless(want === got, path, want, got);
    const matcher = Object.keys(want).find((name) => Object.hasOwn(matchers, name));
    return matcher ? matchers[matcher](want[matcher], got, path, this) : this.object(want, got, path);
  }

  object(want, got, path) {
    if (!isObject(got)) return difference(path, want, got);
    const extra = Object.keys(got).find((name) => !Object.hasOwn(want, name));
    return extra === undefined ? this.has(want, got, path) : difference(`${path}.${extra}`, "nothing", got[extra]);
  }

  has(want, got, path) {
    if (!isObject(got)) return difference(path, want, got);
    return first(Object.keys(want), (name) => this.member(name, want[name], got, path === "" ? name : `${path}.${name}`));
  }

  member(name, want, members, path) {
    const there = Object.hasOwn(members, name);
    const got = members[name];
    if (isObject(want) && want.$absent) return unless(!there, path, "nothing", got);
    if (!there) return difference(path, want, "nothing");
    if (sets.has(name) && Array.isArray(want)) return this.set(numbered(name, want), numbered(name, got), path);
    if (name === "N" && this.byValue && typeof want === "string") return unless(decimal(want) === decimal(got), path, want, got);
    return this.value(want, got, path);
  }

  list(want, got, path) {
    if (!Array.isArray(got) || want.length !== got.length) return difference(path, want, got);
    return first(want, (w, i) => this.value(w, got[i], `${path}.${i}`));
  }

  set(want, got, path) {
    if (!Array.isArray(got) || want.length !== got.length) return difference(path, want, got);
    const left = [...got];
    return first(want, (w) => {
      const i = left.findIndex((g) => this.value(w, g, path) === "");
      if (i < 0) return difference(path, w, left);
      left.splice(i, 1);
      return "";
    });
  }
}

const matchers = {
  $any: (_, got, path) => unless(got !== null && got !== undefined, path, "anything", got),
  $has: (want, got, path, comparison) => comparison.has(want, got, path),
  $set: (want, got, path, comparison) => comparison.set(want, got, path),
  $length: (want, got, path) => unless(Array.isArray(got) && got.length === want, path, `${want} elements`, got),
  $match: (want, got, path) => unless(typeof got === "string" && new RegExp(want).test(got), path, `a text like ${want}`, got),
  $atLeast: (want, got, path) => unless(typeof got === "number" && got >= want, path, `at least ${want}`, got),
};

/** The elements of an NS as numbers, so that they are compared as such. */
function numbered(name, set) {
  return name === "NS" && Array.isArray(set) ? set.map((N) => ({ N })) : set;
}

/** One text for all ways to write a number: its digits without outer zeros, and its exponent. */
function decimal(text) {
  const [, sign, whole, fraction = "", exponent = "0"] = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  if (whole === undefined) return text;
  const digits = (whole + fraction).replace(/^0+/, "");
  const kept = digits.replace(/0+$/, "");
  if (kept === "") return "0";
  return `${sign === "-" ? "-" : ""}${kept}e${Number(exponent) - fraction.length + digits.length - kept.length}`;
}

function first(list, found) {
  for (let i = 0; i < list.length; i++) {
    const text = found(list[i], i);
    if (text) return text;
  }
  return "";
}

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

const unless = (holds, path, want, got) => (holds ? "" : difference(path, want, got));

const difference = (path, want, got) => `${path}: want ${short(want)}, got ${short(got)}`;

function short(value) {
  const text = typeof value === "string" ? value : String(JSON.stringify(value));
  return text.length > 300 ? `${text.slice(0, 300)}...` : text;
}
