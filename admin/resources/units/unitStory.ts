/** A span of days; an end that has not come is null. */
interface Span {
  from: string
  to: string | null
}

export interface StateSpan extends Span {
  state: string
}

export interface Episode extends Span {
  id: string
  releaseReason: string
  outcome: string | null
}

export interface StageSpan extends Span {
  vacancyId: string
  stage: string
}

export type StepKind = 'let' | 'freed' | 'inspected' | 'works' | 'assigned' | 'squatted' | 'vacant' | 'out'

/** One piece of a unit's story: what it was, from when to when, for how many days. */
export interface Step extends Span {
  kind: StepKind
  /** A state or a stage of the declarations. */
  name: string
  of: 'state' | 'stage'
  days: number
  /** Why it was freed, on the first step of an episode. */
  releaseReason?: string
  /** How the episode ended, on its last step. */
  outcome?: string
}

const stateKinds: Readonly<Record<string, StepKind>> = {
  let: 'let',
  vacant: 'vacant',
  squatted: 'squatted',
  untitled: 'squatted',
  sold: 'out',
  demolished: 'out',
}

const stageKinds: Readonly<Record<string, StepKind>> = {
  returned: 'freed',
  inspection: 'inspected',
  funding: 'works',
  tender: 'works',
  site: 'works',
  testing: 'works',
  notice: 'assigned',
  allocation: 'assigned',
  contract: 'assigned',
}

/** The story of a unit on one line: its states, with every vacancy opened into the stages it went through. */
export function unitStory(
  states: readonly StateSpan[],
  episodes: readonly Episode[],
  stages: readonly StageSpan[],
  today: string,
): Step[] {
  return states
    .toSorted((one, other) => one.from.localeCompare(other.from))
    .flatMap((span): Step[] => {
      if (span.state !== 'vacant') return [stateStep(span, today)]
      const episode = episodes.find(({ from, to }) => from <= span.from && (to === null || to > span.from))
      const inside = episode ? stages.filter((stage) => stage.vacancyId === episode.id && overlaps(stage, span)) : []
      return inside.length > 0
        ? inside.toSorted(byStart).map((stage) => stageStep(clip(stage, span), today))
        : [stateStep(span, today)]
    })
    .reduce<Step[]>(join, [])
    .map((step) => withEpisode(step, episodes))
}

const byStart = (one: Span, other: Span) => one.from.localeCompare(other.from)

const overlaps = (one: Span, other: Span) =>
  (other.to === null || one.from < other.to) && (one.to === null || one.to > other.from)

function clip<S extends Span>(span: S, within: Span): S {
  const from = span.from < within.from ? within.from : span.from
  const to = within.to !== null && (span.to === null || span.to > within.to) ? within.to : span.to
  return { ...span, from, to }
}

const stateStep = ({ state, from, to }: StateSpan, today: string): Step => ({
  kind: stateKinds[state] ?? 'vacant',
  name: state,
  of: 'state',
  from,
  to,
  days: daysBetween(from, to ?? today),
})

const stageStep = ({ stage, from, to }: StageSpan, today: string): Step => ({
  kind: stageKinds[stage] ?? 'vacant',
  name: stage,
  of: 'stage',
  from,
  to,
  days: daysBetween(from, to ?? today),
})

/** A vacancy whose reason changed is several spans of the same state: one step when nothing else tells them apart. */
function join(steps: Step[], step: Step): Step[] {
  const last = steps.at(-1)
  if (!last || last.name !== step.name || last.of !== step.of || last.to !== step.from) return [...steps, step]
  return [...steps.slice(0, -1), { ...last, to: step.to, days: last.days + step.days }]
}

function withEpisode(step: Step, episodes: readonly Episode[]): Step {
  const begun = episodes.find(({ from }) => from === step.from)
  const ended = step.to === null ? undefined : episodes.find(({ to }) => to === step.to)
  return { ...step, ...(begun && { releaseReason: begun.releaseReason }), ...(ended?.outcome && { outcome: ended.outcome }) }
}

/** Whole days from one to the other, the last not counted. */
export const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000))
