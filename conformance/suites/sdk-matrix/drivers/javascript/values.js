// Values of the scenario: computed ones, paths into an output, and binary data between JSON and JavaScript.

const variable = /\$\{(\w+)\}/g;

/** Replaces variables, $repeat and $list. Throws for a variable that nobody has set. */
export function expand(value, variables) {
  if (typeof value === "string") return expandText(value, variables);
  if (Array.isArray(value)) return value.map((v) => expand(v, variables));
  if (value === null || typeof value !== "object") return value;
  if (value.$repeat) return value.$repeat[0].repeat(value.$repeat[1]);
  if (value.$list) return expandList(value.$list, variables);
  return mapObject(value, (v) => expand(v, variables), (name) => expandText(name, variables));
}

function expandText(text, variables) {
  const whole = /^\$\{(\w+)\}$/.exec(text);
  return whole ? known(whole[1], variables) : text.replace(variable, (_, name) => known(name, variables));
}

function known(name, variables) {
  if (!(name in variables)) throw new Error(`nobody has set ${name}`);
  return variables[name];
}

function expandList({ from, to, of }, variables) {
  const step = from <= to ? 1 : -1;
  return Array.from({ length: Math.abs(to - from) + 1 }, (_, n) => expand(of, { ...variables, i: String(from + n * step) }));
}

/** The object with other values and, if newName is given, other names. Names like __proto__ are names like any other. */
export function mapObject(object, newValue, newName = (name) => name) {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [newName(name), newValue(value, name)]));
}

/** What a path like Shards.0.ShardId leads to. */
export function at(value, path) {
  const found = path.split(".").reduce((inside, part) => inside?.[part], value);
  if (found === undefined) throw new Error(`no ${path} in the output`);
  return found;
}

/** The wire's JSON with the base64 texts of binary attribute values replaced by bytes. */
export function bytesOf(value) {
  if (Array.isArray(value)) return value.map(bytesOf);
  if (value === null || typeof value !== "object") return value;
  const names = Object.keys(value);
  if (names.length === 1 && names[0] === "B" && typeof value.B === "string") return { B: bytes(value.B) };
  if (names.length === 1 && names[0] === "BS" && Array.isArray(value.BS)) return { BS: value.BS.map(bytes) };
  return mapObject(value, bytesOf);
}

const bytes = (base64) => new Uint8Array(Buffer.from(base64, "base64"));

/** The JSON of an output: bytes as base64, times as texts, no undefined members and no $metadata. */
export function jsonOf(value) {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(jsonOf);
  if (value === null || typeof value !== "object") return value;
  const members = Object.entries(value).filter(([name, v]) => v !== undefined && name !== "$metadata");
  return Object.fromEntries(members.map(([name, v]) => [name, jsonOf(v)]));
}
