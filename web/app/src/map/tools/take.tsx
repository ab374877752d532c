// Taking the map away: kept, as a picture, as data, on paper, as evidence.
import { useRef, useState } from 'preact/hooks'
import { query } from '../../api'
import { question } from '../address'
import type { Controller } from '../controller'
import { useStore } from '../store'
import { download, fileName } from './download'
import { open, save } from './file'
import { pack } from './pack'
import { picture, scales } from './picture'
import { print } from './print'

const formats = [['csv', 'CSV'], ['graphml', 'GraphML'], ['gexf', 'GEXF'], ['json', 'JSON']] as const

export function Take({ map }: { map: Controller }) {
  const { view, graph } = useStore(map.store)
  const [title, setTitle] = useState('Map of relationships')
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState<AbortController>()
  const file = useRef<HTMLInputElement>(null)
  const name = (ending: string) => fileName(title, view.asAt, ending)

  /** Does something that may take long or fail, and says how it went. */
  const act = (doing: string, done: string, deed: (signal: AbortSignal) => unknown) => async () => {
    const asked = new AbortController()
    setBusy(asked)
    setProblem('')
    setSaid(doing)
    try {
      await deed(asked.signal)
      setSaid(asked.signal.aborted ? 'Stopped.' : done)
    } catch (err) {
      setSaid(asked.signal.aborted ? 'Stopped.' : '')
      if (!asked.signal.aborted) setProblem((err as Error).message)
    } finally {
      setBusy(undefined)
    }
  }
  const button = (label: string, doing: string, done: string, deed: (signal: AbortSignal) => unknown) => (
    <button type="button" class="button button--quiet button--small" disabled={!!busy} onClick={act(doing, done, deed)}>{label}</button>
  )

  return (
    <div class="take">
      <label class="take-title">Title<input class="field field--small" value={title} maxLength={120} onInput={(e) => setTitle(e.currentTarget.value)} /></label>
      <Group name="This map">
        {button('Copy link', '', 'The link is copied.', () => navigator.clipboard.writeText(location.href))}
        {button('Save as a file', '', 'The map is saved.', () => download(save(map, title), name('map.json')))}
        <input ref={file} type="file" accept=".json,application/json" class="visually-hidden" tabIndex={-1} aria-label="A map saved before" onChange={(e) => {
          const [chosen] = e.currentTarget.files ?? []
          e.currentTarget.value = ''
          if (chosen) void act('Opening…', `${chosen.name} is open.`, async () => setTitle(await open(map, chosen)))()
        }} />
        <button type="button" class="button button--quiet button--small" disabled={!!busy} onClick={() => file.current!.click()}>Open a file…</button>
      </Group>
      <Group name="Picture">
        {button('SVG', 'Drawing…', 'The picture is saved.', async () => download(await picture.svg(map, title), name('svg')))}
        {scales.map((s) => <span key={s.label}>{button(s.label, 'Drawing…', 'The picture is saved.', async () => download(await picture.png(map, title, s.scale), name('png')))}</span>)}
      </Group>
      <Group name="Data" help={`${(graph.nodes?.length ?? 0).toLocaleString('en-GB')} bodies and ${(graph.edges?.length ?? 0).toLocaleString('en-GB')} lines, as they are shown`}>
        {formats.map(([format, label]) => (
          <a key={format} class="button button--quiet button--small" download={name(format)} href={'/api/map/export' + query({ format, ...question(view) })}>{label}</a>
        ))}
      </Group>
      <Group name="Report" help="The evidence pack is one page that opens without a network: picture, table, sources and query.">
        {button('Print or PDF', 'Preparing…', '', (signal) => print(map, title, signal))}
        {button('Evidence pack', 'Collecting the evidence…', 'The evidence pack is saved.', async (signal) => download(await pack(map, title, signal), name('html')))}
        {busy && <button type="button" class="button button--small" onClick={() => busy.abort()}>Stop</button>}
      </Group>
      <p role="status">{said}</p>
      {problem && <p class="error" role="alert">{problem}</p>}
    </div>
  )
}

function Group({ name, help, children }: { name: string; help?: string; children: preact.ComponentChildren }) {
  return (
    <div class="take-group" role="group" aria-label={name}>
      <h3>{name}</h3>
      <div class="tool-do">{children}</div>
      {help && <p class="quiet">{help}</p>}
    </div>
  )
}
