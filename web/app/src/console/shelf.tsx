// What was kept: saved queries, and what was run in this browser.
import { useRef, useState } from 'preact/hooks'
import { ask } from '../api'
import { useStore } from '../map/store'
import { forget } from './history'
import type { Console, Saved } from './state'

export function Shelf({ console }: { console: Console }) {
  const { saved, past } = useStore(console.store)
  return (
    <div class="console__shelf">
      {saved && <Queries console={console} saved={saved} />}
      <section aria-labelledby="past">
        <h2 id="past">History</h2>
        {past.length === 0
          ? <p class="quiet">What you run is kept here, in this browser alone.</p>
          : <>
            <ol class="console__past" tabIndex={0} aria-label="Statements that were run">
              {past.map((p) => (
                <li key={p.at}>
                  <button class="link" type="button" onClick={() => console.open(p.text, p.values)}><code>{brief(p.text)}</code></button>
                  <span class="quiet">{new Date(p.at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}: {p.outcome}</span>
                </li>
              ))}
            </ol>
            <p><button class="button button--quiet button--small" type="button" onClick={() => (console.store.set({ past: forget() }), console.say('The history is empty.'))}>Clear the history</button></p>
          </>}
      </section>
    </div>
  )
}

/** The statement in one line, without its header. */
const brief = (text: string) => text.replace(/^(\/\/.*\n?)+/, '').replace(/\s+/g, ' ').trim().slice(0, 120)

function Queries({ console, saved }: { console: Console; saved: Saved[] }) {
  const { keeps } = console.state
  const files = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState('')
  const attempt = (what: () => Promise<unknown>) => void (setWrong(''), what().catch((e: Error) => setWrong(e.message)))
  const remove = async (s: Saved) => {
    if (!confirm(`Delete the saved query “${s.title}”?`)) return
    await ask(`/api/queries/${s.name}`, { method: 'DELETE' })
    await console.reload()
    console.say(`${s.title} is deleted.`)
  }
  return (
    <section aria-labelledby="saved">
      <h2 id="saved">Saved queries</h2>
      {wrong && <p class="error" role="alert">{wrong}</p>}
      {saved.length === 0 && <p class="quiet">None yet. Each is one .cypher file.</p>}
      <ul class="console__saved">
        {saved.map((s) => (
          <li key={s.name}>
            {s.problem
              ? <span><code>{s.name}.cypher</code> <span class="quiet">{s.problem}</span></span>
              : <span><a href={`/queries/${s.name}`} onClick={(e) => { if (!e.ctrlKey && !e.metaKey) (e.preventDefault(), console.open(s.text), window.scrollTo({ top: 0 }), console.say(`${s.title} is in the editor.`)) }}>{s.title}</a> {s.question && <span class="quiet">{s.question}</span>}</span>}
            {keeps && <button class="button button--quiet button--small" type="button" onClick={() => attempt(() => remove(s))}>Delete<span class="visually-hidden"> {s.title}</span></button>}
          </li>
        ))}
      </ul>
      <div class="console__row">
        {saved.length > 0 && <a class="button button--quiet button--small" href="/api/queries.zip" download>Export all</a>}
        <button class="button button--quiet button--small" type="button" onClick={() => files.current!.click()}>{keeps ? 'Import files' : 'Open a file'}</button>
        <input ref={files} type="file" hidden multiple={keeps} accept={keeps ? '.cypher,.zip' : '.cypher'} onChange={(e) => { const all = [...(e.currentTarget.files ?? [])]; e.currentTarget.value = ''; attempt(() => take(console, all)) }} />
      </div>
    </section>
  )
}

/** Reads files: into the folder where queries are kept, else into the editor. */
async function take(console: Console, all: File[]) {
  for (const file of all) {
    if (file.name.endsWith('.zip')) await ask('/api/queries', { method: 'POST', headers: { 'Content-Type': 'application/zip' }, body: file })
    else if (!console.state.keeps) return console.open(await file.text())
    else await ask(`/api/queries/${encodeURIComponent(file.name.replace(/\.cypher$/, ''))}`, { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ text: await file.text() }) })
  }
  await console.reload()
  console.say(`${all.length} ${all.length === 1 ? 'file' : 'files'} imported.`)
}
