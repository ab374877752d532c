import { useEffect, useRef } from 'preact/hooks'
import { longest } from '../address'
import type { Controller } from '../controller'
import type { Draft } from '../state'

/** A note to be written or changed. */
export function NoteForm({ map, draft }: { map: Controller; draft: Draft }) {
  const text = useRef<HTMLTextAreaElement>(null)
  useEffect(() => text.current!.focus(), [])
  const back = () => {
    map.store.set({ draft: null })
    map.stage.canvas.focus({ preventScroll: true })
  }
  return (
    <form class="map-about" data-panel-note onSubmit={(e) => {
      e.preventDefault()
      void map.note({ ...draft, text: text.current!.value }, draft.which)
    }} onKeyDown={(e) => {
      if (e.key === 'Escape') back()
    }}>
      <h2><label for="map-note">{draft.which < 0 ? 'A note on the map' : 'Change the note'}</label></h2>
      <textarea ref={text} id="map-note" class="field" rows={4} maxLength={longest} required aria-describedby="map-note-about" defaultValue={draft.text} />
      <p id="map-note-about" class="quiet">Up to {longest} letters. It is kept in the address of this map, for whoever has the link.</p>
      <p class="map-about__do">
        <button type="submit" class="button button--small">{draft.which < 0 ? 'Add' : 'Save'}</button>
        {draft.which >= 0 && <button type="button" class="button button--quiet button--small" onClick={() => void map.erase(draft.which)}>Delete</button>}
        <button type="button" class="button button--quiet button--small" onClick={back}>Cancel</button>
      </p>
    </form>
  )
}

/** All notes in words, for those who do not see them on the picture. */
export function Notes({ map }: { map: Controller }) {
  const { notes } = map.state.view
  if (!notes.length) return null
  return (
    <section class="map-about" aria-labelledby="map-notes-head">
      <h2 id="map-notes-head">Notes</h2>
      <ul class="map-hoods">
        {notes.map((n, i) => (
          <li key={i + n.text} class="map-hood">
            <span>{n.text}</span>
            <button type="button" class="button button--quiet button--small" aria-label={`Move the note ${n.text}`} onClick={() => {
              map.aim({ name: 'note', which: i })
              map.stage.canvas.focus({ preventScroll: true })
            }}>Move</button>
            <button type="button" class="button button--quiet button--small" aria-label={`Change the note ${n.text}`} onClick={() => map.write(n, i)}>Change</button>
          </li>
        ))}
      </ul>
    </section>
  )
}
