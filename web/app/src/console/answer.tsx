// The answer in tabs: as a table, a map, a chart, JSON, and how the server goes about it.
import { useRef } from 'preact/hooks'
import { useStore } from '../map/store'
import { Chart } from './chart'
import type { Editor } from './editor'
import { Json } from './json'
import { Picture } from './picture'
import { Plan } from './plan'
import { rowsSay, type Console, type Fault, type Result, type Tab } from './state'
import { Table } from './table'

const tabs: [Tab, string][] = [['table', 'Table'], ['map', 'Map'], ['chart', 'Chart'], ['json', 'JSON'], ['plan', 'Plan']]

export function Answer({ console, editor }: { console: Console; editor: Editor }) {
  const { result, problem, running } = useStore(console.store)
  if (problem) return <Wrong fault={problem} editor={editor} />
  if (!result) return null
  return (
    <section class={running ? 'console__old' : ''} aria-labelledby="result" aria-busy={!!running}>
      <h2 id="result">Answer</h2>
      <Summary result={result} rows={console.state.rows} />
      {!!result.notifications?.length && (
        <div class="notice"><p><strong>The server remarks:</strong></p><ul>{result.notifications.map((n) => <li key={n}>{n}</li>)}</ul></div>
      )}
      <Tabs console={console} result={result} />
    </section>
  )
}

function Wrong({ fault, editor }: { fault: Fault; editor: Editor }) {
  return (
    <div class="error" role="alert" id="problem">
      <strong>Not answered.</strong> <span class="error__text">{fault.detail}</span>
      {!!fault.line && <p><button class="button button--quiet button--small" type="button" onClick={() => editor.visit(fault)}>Go to line {fault.line}, column {fault.column}</button></p>}
    </div>
  )
}

/** What was cut is said before anything is shown. */
function Summary({ result, rows }: { result: Result; rows: number }) {
  if (!result.rows.length && result.why) return <p>Explained in {result.milliseconds} ms, and not run.</p>
  return (
    <p>
      {result.atLeast ? <><strong>{rowsSay(result)}.</strong> {rows.toLocaleString('en-GB')} is the most shown here; narrow the statement, or count with <code>count(*)</code>.</> : `${rowsSay(result)}.`}
      {' '}<span class="quiet">{result.milliseconds.toLocaleString('en-GB')} ms.</span>
    </p>
  )
}

function Tabs({ console, result }: { console: Console; result: Result }) {
  const { tab } = useStore(console.store)
  const list = useRef<HTMLDivElement>(null)
  const go = (to: number) => {
    const i = (to + tabs.length) % tabs.length
    console.store.set({ tab: tabs[i]![0] })
    list.current?.querySelectorAll('button')[i]?.focus()
  }
  const keys = (e: KeyboardEvent, i: number) => {
    const to = { ArrowRight: i + 1, ArrowLeft: i - 1, Home: 0, End: tabs.length - 1 }[e.key]
    if (to !== undefined) (e.preventDefault(), go(to))
  }
  return (
    <>
      <div class="tabs" role="tablist" aria-label="Ways to see the answer" ref={list}>
        {tabs.map(([name, words], i) => (
          <button key={name} type="button" role="tab" id={`tab-${name}`} aria-selected={tab === name} aria-controls="tab-panel" tabIndex={tab === name ? 0 : -1}
            onClick={() => console.store.set({ tab: name })} onKeyDown={(e) => keys(e, i)}>{words}</button>
        ))}
      </div>
      <div class="tabs__panel" role="tabpanel" id="tab-panel" aria-labelledby={`tab-${tab}`}>
        {tab === 'table' && <Table result={result} />}
        {tab === 'map' && <Picture result={result} />}
        {tab === 'chart' && <Chart result={result} />}
        {tab === 'json' && <Json result={result} />}
        {tab === 'plan' && <Plan plan={result.plan} />}
      </div>
      {!!result.rows.length && <Take console={console} graph={!!result.nodes?.length} />}
    </>
  )
}

/** The same rows as files, or the graph in them, from the server: an address that other programs can read too. */
function Take({ console, graph }: { console: Console; graph: boolean }) {
  const { asked, formats } = useStore(console.store)
  const names = (formats ?? []).filter((f) => graph || !f.Graph).map((f) => ({ label: f.Name, format: new URLSearchParams(f.Href.split('?')[1]).get('format')! }))
  return (
    <ul class="inline console__take">
      {names.map((f) => <li key={f.format}><a class="button button--quiet button--small" href={`${asked}&format=${f.format}`} download>Download as {f.label}</a></li>)}
    </ul>
  )
}
