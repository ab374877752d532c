// The console island: the server's form becomes an editor, its answer one in tabs.
import { render } from 'preact'
import { Store } from '../map/store'
import { Answer } from './answer'
import { Editor } from './editor'
import { Buttons, Params } from './form'
import { recall } from './history'
import { Shelf } from './shelf'
import { Console, readAddress, type Fault, type Given, type State } from './state'
import './console.css'

export function mount(island: HTMLElement) {
  const given: Given = JSON.parse(island.querySelector('script[data-for=console]')!.textContent!)
  const form = island.querySelector<HTMLFormElement>('form')!
  const area = form.querySelector('textarea')!
  const { text, values } = readAddress(location.search)
  const fault: Fault | null = given.problem && { ...given.problem, text }
  const store = new Store<State>({
    ...given, problem: fault, text, values, running: 0, asked: location.pathname + location.search,
    tab: 'table', past: recall(), saying: '', dialog: false,
  })
  const console = new Console(store)
  const editor = edit(area, text, console)
  console.write = (t) => editor.write(t)
  console.mark = (f) => editor.mark(f)
  form.querySelector('label')!.onclick = () => editor.focus()
  form.addEventListener('submit', (e) => (e.preventDefault(), void console.run()))
  form.querySelector('.console__params')?.remove()
  form.querySelector('button')!.remove()
  draw(form, 'console__params', <Params console={console} />)
  draw(form, 'console__buttons', <Buttons console={console} editor={editor} />)
  const answer = island.querySelector<HTMLElement>('[data-console-answer]')!
  answer.replaceChildren()
  render(<Answer console={console} editor={editor} />, answer)
  island.querySelector('[data-console-saved]')?.remove()
  const shelf = document.createElement('div')
  answer.after(shelf)
  render(<Shelf console={console} />, shelf)
  if (fault) editor.mark(fault)
}

/** The editor in place of the text area, which goes on holding what a form would send. */
function edit(area: HTMLTextAreaElement, text: string, console: Console): Editor {
  const host = document.createElement('div')
  host.className = 'console__editor'
  area.before(host)
  area.hidden = true
  area.required = false // what cannot be seen cannot be filled in
  return new Editor(host, text, {
    changed: (now) => ((area.value = now), console.store.set({ text: now })),
    run: () => void console.run(),
  })
}

function draw(into: HTMLElement, name: string, what: preact.ComponentChild) {
  const place = document.createElement('div')
  place.className = name
  into.append(place)
  render(what, place)
}
