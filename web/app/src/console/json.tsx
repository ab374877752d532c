import type { Result } from './state'

const most = 100_000 // signs shown

/** The rows as objects, a key for each column. */
export function Json({ result }: { result: Result }) {
  const text = JSON.stringify(result.rows.map((row) => Object.fromEntries(result.columns.map((c, i) => [c.name, row[i]]))), null, 2)
  return (
    <>
      {text.length > most && <p class="quiet">The first {most.toLocaleString('en-GB')} of {text.length.toLocaleString('en-GB')} signs: the download has all.</p>}
      <pre class="code console__json" tabIndex={0} role="region" aria-label="The answer as JSON"><code>{text.slice(0, most)}</code></pre>
    </>
  )
}
