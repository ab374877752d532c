import type { PlanStep } from './state'

/** The plan as a tree: what gives its rows to what. */
export function Plan({ plan }: { plan: PlanStep | undefined }) {
  if (!plan) return <p class="empty">There is no plan of this answer: choose Explain.</p>
  return (
    <>
      <p class="quiet">Read from the inside out. The figures are what the server expected before anything ran; nothing is profiled here, so there are no measured ones.</p>
      <ul class="plan"><Step step={plan} /></ul>
    </>
  )
}

function Step({ step }: { step: PlanStep }) {
  return (
    <li>
      <div class="plan__step"><strong>{step.operator}</strong> <span class="plan__rows">about {Math.round(step.rows).toLocaleString('en-GB')} {Math.round(step.rows) === 1 ? 'row' : 'rows'}</span>
        {step.details && <code class="plan__details">{step.details}</code>}</div>
      {!!step.steps?.length && <ul>{step.steps.map((s, i) => <Step key={i} step={s} />)}</ul>}
    </li>
  )
}
