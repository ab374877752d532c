/** Names longer than this end in an ellipsis on the map; the panel has them whole. */
const longest = 34
const oneLine = 17

/** Breaks a name into one or two lines of about the same length. */
export function wrap(name: string, limit = longest): string[] {
  const text = name.length > limit ? cut(name, limit) : name
  if (text.length <= oneLine) return [text]
  let best = [text]
  for (let at = text.indexOf(' '); at > 0; at = text.indexOf(' ', at + 1)) {
    const lines = [text.slice(0, at), text.slice(at + 1)]
    if (widest(lines) < widest(best)) best = lines
  }
  return best
}

/** Breaks a whole name into as many lines as it needs. */
export function wrapWhole(name: string, width = 26): string[] {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

const widest = (lines: string[]) => Math.max(...lines.map((l) => l.length))

function cut(name: string, limit: number): string {
  const space = name.lastIndexOf(' ', limit - 1)
  return name.slice(0, space > limit / 2 ? space : limit - 1).replace(/[\s,;:(–-]+$/, '') + '…'
}
