import { lookup as lookUpName } from 'node:dns/promises'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Agent, fetch } from 'undici'
import { ServerError } from '../errors.ts'
import type { Fetch } from './webhook-call.ts'

/** Finds the addresses of a host. */
export type LookUp = (host: string) => Promise<ReadonlyArray<{ address: string; family: number }>>

export interface GuardedFetchOptions {
  /** Networks inside, in CIDR, that may be called all the same: `10.1.2.0/24`, `fd00:1::/32`. Public addresses always may. */
  networks: readonly string[]
  /** By default the resolver of the machine. */
  lookUp?: LookUp
}

/**
 * Sends requests to public addresses, and inside only to networks that are listed: never by accident to this machine, to neighbours or to
 * the metadata of a cloud. The name is resolved once, every address it has must be allowed, and the connection goes to just those: a
 * name that answers otherwise a moment later gains nothing. Redirects are not followed.
 *
 * @throws ServerError `ADDRESS_REFUSED`; TypeError for a request that found no answer, or a redirect
 */
export function createGuardedFetch({ networks, lookUp = lookUpAll }: GuardedFetchOptions): Fetch {
  const allowed = listOf(networks)

  function check(host: string, address: string): void {
    if (ipaddr.process(address).range() === 'unicast') return
    if (allowed.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')) return
    throw new ServerError('ADDRESS_REFUSED', {
      detail: `${host} 指向内部地址 ${address}，它不在 webhookNetworks 之列。`,
    })
  }

  /** Answers the resolved addresses to the connection itself: nobody resolves again between the check and the call. */
  const lookup: LookupFunction = (host, { all }, answer) => {
    lookUp(host).then(
      (found) => {
        try {
          for (const { address } of found) check(host, address)
          const [first] = found
          if (!first) throw new ServerError('ADDRESS_REFUSED', { detail: `${host} 没有地址。` })
          if (all)
            answer(
              null,
              found.map(({ address, family }) => ({ address, family })),
            )
          else answer(null, first.address, first.family)
        } catch (error) {
          answer(error as NodeJS.ErrnoException, '')
        }
      },
      (error) => answer(error, ''),
    )
  }
  const dispatcher = new Agent({ connect: { lookup } })

  const send = async (input: URL, init: Parameters<typeof fetch>[1]) => {
    // An address instead of a name is not looked up.
    const host = input.hostname.replace(/^\[(.*)\]$/, '$1')
    if (isIP(host) !== 0) check(host, host)
    try {
      return await fetch(input, { ...init, redirect: 'error', dispatcher })
    } catch (error) {
      // Says why in the list of failed jobs, where "fetch failed" would say nothing.
      throw error instanceof Error && error.cause instanceof ServerError ? error.cause : error
    }
  }
  return send as unknown as Fetch
}

/** @throws TypeError for a text that is no network */
function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address, bits] = ipaddr.parseCIDR(network)
    list.addSubnet(address.toString(), bits, address.kind())
  }
  return list
}

function lookUpAll(host: string) {
  return lookUpName(host, { all: true, verbatim: true })
}
