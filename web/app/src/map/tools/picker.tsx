import { useEffect, useRef } from 'preact/hooks'
import type { Hit, Ref } from '../../api'
import type { Controller } from '../controller'
import { useStore } from '../store'

interface Props { map: Controller; most: number; picked: Ref[]; pick(refs: Ref[]): void }

/** The bodies a question is about: by search, or those that are selected on the map. */
export function Picker({ map, most, picked, pick }: Props) {
  const state = useStore(map.store)
  const form = useRef<HTMLFormElement>(null)
  const add = (refs: Ref[]) => {
    const fresh = refs.filter((r, i) => !picked.some((p) => p.id === r.id) && refs.findIndex((s) => s.id === r.id) === i)
    // of one body only, the newest takes the place
    pick(most === 1 ? fresh.slice(-1).concat(fresh.length ? [] : picked) : [...picked, ...fresh].slice(0, most))
  }
  const adding = useRef(add)
  adding.current = add
  useEffect(() => {
    const box = form.current!
    box.addEventListener('mapper:pick', (event) => {
      event.preventDefault()
      adding.current([(event as CustomEvent<Hit>).detail])
    })
    void import('../../search').then((search) => search.enhance(box))
  }, [])

  const selected = map.selection.filter((r) => !picked.some((p) => p.id === r.id))
  const full = picked.length >= most && most > 1
  return (
    <div class="tool-picker">
      {picked.length > 0 && (
        <ul class="tool-picked" aria-label="Chosen bodies">
          {picked.map((r) => (
            <li key={r.id}>{r.name}
              <button type="button" class="link" aria-label={`Leave out ${r.name}`} onClick={() => pick(picked.filter((p) => p.id !== r.id))}>×</button>
            </li>
          ))}
        </ul>
      )}
      {selected.length > 0 && !full && state.phase !== 'failed' && (
        <button type="button" class="button button--quiet button--small" onClick={() => add(selected)}>
          Add {selected.length === 1 ? selected[0]!.name : `the ${selected.length} selected`}
        </button>
      )}
      <form ref={form} class="find" data-search="pick" hidden={full} onSubmit={(e) => e.preventDefault()} action="/search" method="get" role="search" aria-label="Choose a body">
        <label class="visually-hidden" for="tool-pick">Choose a body</label>
        <input class="field field--small" id="tool-pick" type="search" name="q" placeholder="Body, person or code" autocomplete="off" spellcheck={false} />
      </form>
    </div>
  )
}
