// The statements that were run, kept in this browser alone.
const key = 'mapper-console-history'
const most = 100

export interface Past { text: string; values: Record<string, string>; at: number; outcome: string }

export function recall(): Past[] {
  try {
    const all: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(all) ? all.filter((p): p is Past => typeof p?.text === 'string' && typeof p.at === 'number') : []
  } catch {
    return [] // private windows may refuse
  }
}

/** Puts a statement first; the same one run before goes. */
export function remember(past: Past): Past[] {
  const same = (p: Past) => p.text === past.text && JSON.stringify(p.values) === JSON.stringify(past.values)
  const all = [past, ...recall().filter((p) => !same(p))].slice(0, most)
  store(all)
  return all
}

export function forget(): Past[] {
  store([])
  return []
}

function store(all: Past[]) {
  try {
    localStorage.setItem(key, JSON.stringify(all))
  } catch {
    // full or refused: the history then lasts for this page
  }
}
