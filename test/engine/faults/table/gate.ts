import type { Expectations, Row } from './row';

/** Connections that are taken and never come to TLS: nothing can have arrived. Connections are counted. */
export const gateRows: readonly Row[] = [
	{
		name: 'closed before TLS',
		title: 'The connection is taken and closed before TLS is made',
		note: 'Nothing can have arrived. Connections are counted here.',
		way: 'untrusted certificate',
		fault: { fault: 'close-on-connect' },
		expect: neverLeft('connectionNotMade'),
	},
	{
		name: 'no TLS in time',
		title: 'The connection is taken, and TLS is not made within the Timeout',
		note: 'Nothing can have arrived. Connections are counted here.',
		way: 'untrusted certificate',
		fault: { fault: 'hang-on-connect' },
		timeout: 2,
		expect: { ...neverLeft('connectTimedOut'), pollJson: 'WW failed ×1', pollXml: 'WW failed ×1' },
	},
];

function neverLeft(code: string): Expectations {
	return {
		...{ json: `NNNNN ${code} ×2`, xml: `NNNNN ${code} ×2`, get: `NNNNN ${code} ×3` },
		...{ jsonNumbered: `NNNNN ${code} ×2`, xmlNumbered: `NNNNN ${code} ×2` },
		...{ statusJson: `UUU ${code} ×2`, statusXml: `UUU ${code} ×2`, statusGet: `UUU ${code} ×6` },
		...{ pollJson: 'WW failed ×2', pollXml: 'WW failed ×2' },
	};
}
