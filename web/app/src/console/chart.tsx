import { useState } from 'preact/hooks'
import { Bars } from './bars'
import { along, Plot } from './plot'
import { below, isNames, repeats } from './stack'
import { Stacked } from './stacked'
import type { Result } from './state'

type Kind = 'bars' | 'stacked' | 'line' | 'points'
const words: Record<Kind, string> = { bars: 'Bars', stacked: 'Bars of parts', line: 'Line', points: 'Points' }

/** What was chosen, for the answer it was chosen for. */
interface Choice { of: Result; x?: number; z?: number; y?: number; kind?: Kind }

/**
 * Bars of a column of names and one of figures, made of parts where a second column of names says which; a line where the
 * names are dates or years; points where both are figures.
 */
export function Chart({ result }: { result: Result }) {
  const [kept, keep] = useState<Choice>({ of: result })
  const chosen: Choice = kept.of === result ? kept : { of: result }
  const columns = result.columns.map((_, i) => i)
  const figures = columns.filter((i) => result.rows.some((r) => typeof r[i] === 'number'))
  const x = chosen.x ?? columns.find((i) => !figures.includes(i)) ?? figures[0] ?? 0
  const y = chosen.y ?? figures[figures.length - 1] ?? -1
  if (y < 0 || !result.rows.length) return <p class="empty">A chart needs a column of numbers, such as <code>count(*) AS n</code>, and one to name the bars.</p>
  const parts = columns.filter((i) => i !== x && i !== y && isNames(result, i))
  const z = parts.includes(chosen.z ?? -1) ? chosen.z! : parts[0]
  const kinds = kindsOf(result, x, z, y)
  const kind = chosen.kind && kinds.includes(chosen.kind) ? chosen.kind : kinds[0]!
  const bars = kind === 'bars' || kind === 'stacked'
  const choose = (more: Partial<Choice>) => keep({ ...chosen, ...more })
  const unstacked = z !== undefined && below(result, y) && repeats(result, x, z)
  return (
    <figure class="chart">
      <div class="console__row">
        <Pick label={bars ? 'Name the bars by' : 'Across'} options={columns} now={x} names={result.columns} pick={(i) => choose({ x: i })} />
        {kind === 'stacked' && <Pick label="Parts" options={parts} now={z!} names={result.columns} pick={(i) => choose({ z: i })} />}
        <Pick label={bars ? 'Length' : 'Up'} options={figures} now={y} names={result.columns} pick={(i) => choose({ y: i })} />
        {kinds.length > 1 && <label>Drawn as <select class="field field--small" value={kind} onChange={(e) => choose({ kind: e.currentTarget.value as Kind })}>{kinds.map((k) => <option key={k} value={k}>{words[k]}</option>)}</select></label>}
      </div>
      {unstacked && bars && <p class="quiet">Some figures are below zero, so each row has a bar of its own.</p>}
      {kind === 'stacked' && <Stacked result={result} x={x} z={z!} y={y} />}
      {kind === 'bars' && <Bars result={result} names={z !== undefined && repeats(result, x, z) ? [x, z] : [x]} y={y} />}
      {!bars && <Plot result={result} x={x} y={y} joined={kind === 'line'} />}
    </figure>
  )
}

function Pick({ label, options, now, names, pick }: { label: string; options: number[]; now: number; names: Result['columns']; pick: (i: number) => void }) {
  return (
    <label>{label} <select class="field field--small" value={String(now)} onChange={(e) => pick(Number(e.currentTarget.value))}>
      {options.map((i) => <option key={i} value={String(i)}>{names[i]!.name}</option>)}
    </select></label>
  )
}

/** The ways in which an answer can be drawn over a column, the most fitting first. */
function kindsOf(result: Result, x: number, z: number | undefined, y: number): Kind[] {
  const cells = result.rows.map((row) => row[x]).filter((c) => c !== null)
  const alone: Kind[] = cells.length < 2 || !cells.every((c) => along(c!) !== null) ? ['bars']
    : cells.every((c) => typeof c === 'string' || (Number.isInteger(c) && (c as number) > 1000 && (c as number) < 3000)) ? ['line', 'points', 'bars'] : ['points', 'bars']
  if (z === undefined || below(result, y)) return alone
  return repeats(result, x, z) ? ['stacked', ...alone] : [...alone, 'stacked']
}
