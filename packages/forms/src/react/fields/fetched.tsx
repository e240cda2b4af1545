import { type ComponentType, createElement, useEffect, useState } from 'react'

/** A component whose code is fetched when somebody needs it. */
export type Fetched<P> = ComponentType<P> & {
  /** Fetches the code; afterwards the component is drawn at once. */
  fetch(): Promise<void>
  isThere(): boolean
}

interface Source<P> {
  fetch(): Promise<void>
  component(): ComponentType<P> | undefined
}

/**
 * Makes a component of code that is fetched on demand. Drawn before it is there it fetches itself, and offers to try again when
 * nothing comes; who wants nothing to move on the page calls `fetch` first.
 */
export function fetched<P extends object>(load: () => Promise<ComponentType<P>>): Fetched<P> {
  let found: ComponentType<P> | undefined
  const source: Source<P> = {
    async fetch() {
      found ??= await load()
    },
    component: () => found,
  }
  const draw = (props: P) => createElement(FetchedPart<P>, { source, given: props })
  return Object.assign(draw, { fetch: source.fetch, isThere: () => found !== undefined })
}

function FetchedPart<P extends object>({ source, given }: { source: Source<P>; given: P }) {
  const [state, setState] = useState<'coming' | 'there' | 'failed'>('coming')
  useEffect(() => {
    if (source.component() || state !== 'coming') return
    let isGone = false
    const tell = (next: 'there' | 'failed') => () => {
      if (!isGone) setState(next)
    }
    source.fetch().then(tell('there'), tell('failed'))
    return () => {
      isGone = true
    }
  }, [source, state])
  const Part = source.component()
  if (Part) return <Part {...given} />
  if (state !== 'failed') return null
  return (
    <span className="zp-message" role="alert">
      没有取到，请检查网络
      <button type="button" className="zp-link" onClick={() => setState('coming')}>
        再试
      </button>
    </span>
  )
}
