// Saving: as a query of one's own, as a file, or as a view, which becomes a page.
import { useEffect, useRef, useState } from 'preact/hooks'
import { ask } from '../api'
import { download } from '../map/tools/download'
import { useStore } from '../map/store'
import { nameOf, said, titled } from './header'
import type { Console } from './state'

export function Keep({ console }: { console: Console }) {
  const { dialog, text } = useStore(console.store)
  const box = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (dialog && !box.current!.open) box.current!.showModal()
    if (!dialog && box.current!.open) box.current!.close()
  }, [dialog])
  return (
    <dialog class="console__dialog" ref={box} aria-labelledby="keep-title" onClose={() => console.store.set({ dialog: false })}>
      {dialog && <Body key={text} console={console} />}
    </dialog>
  )
}

function Body({ console }: { console: Console }) {
  const { text, keeps, saved } = console.state
  const [title, setTitle] = useState(said(text, 'title'))
  const [question, setQuestion] = useState(said(text, 'question'))
  const [own, setOwn] = useState('')
  const [wrong, setWrong] = useState('')
  const [view, setView] = useState('')
  const name = own || nameOf(title)
  const there = saved?.some((s) => s.name === name)
  const close = () => console.store.set({ dialog: false })
  const attempt = (what: () => Promise<unknown>) => () => {
    if (!title.trim() || !name) return setWrong('Give it a title that begins with a letter: it is how you will find it again.')
    setWrong('')
    what().catch((e: Error) => setWrong(e.message))
  }
  const file = () => view || titled(text, title, question)
  const put = async () => {
    await ask(`/api/queries/${name}`, { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ text: file() }) })
    await console.reload()
    console.open(file(), console.state.values)
    close()
    console.say(`Saved as ${name}.`)
  }
  const make = async () => {
    const body = JSON.stringify({ name, title, question, statement: text, parameters: console.parameters })
    setView((await (await ask('/api/cypher/view', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })).json()).file)
  }
  const take = async () => download(new Blob([file()], { type: 'text/plain' }), `${name}.cypher`)
  return (
    <form method="dialog" onSubmit={(e) => e.preventDefault()}>
      <h2 id="keep-title">{view ? 'The view file' : 'Save the query'}</h2>
      {view
        ? <><p class="field-help">Kept as <code>{name}.cypher</code> in a folder given by <code>--views</code>, it is a page, a route of the API and a command.</p>
          <pre class="code console__json" tabIndex={0} role="region" aria-label="The view file"><code>{view}</code></pre></>
        : <>
          <label>Title <input class="field" value={title} maxLength={200} onInput={(e) => setTitle(e.currentTarget.value)} /></label>
          <label>Question <span class="quiet">(may be left out)</span> <input class="field" value={question} maxLength={300} onInput={(e) => setQuestion(e.currentTarget.value)} /></label>
          <label>Name of the file <input class="field" value={name} maxLength={60} spellcheck={false} onInput={(e) => setOwn(nameOf(e.currentTarget.value))} /></label>
        </>}
      {wrong && <p class="error" role="alert">{wrong}</p>}
      {there && <p class="notice">There is a saved query of this name: saving replaces it.</p>}
      <div class="console__row">
        {keeps && <button class="button" type="button" onClick={attempt(put)}>{there ? 'Replace' : 'Save'}{view && ' with the saved queries'}</button>}
        <button class="button button--quiet" type="button" onClick={attempt(take)}>Download the file</button>
        {!view && <button class="button button--quiet" type="button" onClick={attempt(make)}>Save as view…</button>}
        <button class="button button--quiet" type="button" onClick={close}>Close</button>
      </div>
      {!keeps && <p class="field-help">Queries are kept here only by users, or at the machine that the mapper runs on. A downloaded file can be opened again.</p>}
    </form>
  )
}
