import type { Expectations, Row } from './row';
import { notRepeated, WELL } from './usually';

const QUEUED: Expectations = {
	...{ json: 'AAAUA queuedUntilTopUp ×1', xml: 'AAAUA queuedUntilTopUp ×1', get: 'AAAUA queuedUntilTopUp ×2' },
	...{ jsonNumbered: 'AAAUA queuedUntilTopUp ×1', xmlNumbered: 'AAAUA queuedUntilTopUp ×1' },
};

const REFUSED: Expectations = {
	...{ json: 'AAARA ×1', xml: 'AAARA ×1', get: 'AAARA ×2', jsonNumbered: 'AAARA ×1', xmlNumbered: 'AAARA ×1' },
};

const WHOLE: Readonly<Record<string, string>> = {
	access: 'login or password',
	format: 'the format of the document',
	'no-data': 'its body is called missing',
	blocked: 'the account is blocked',
};

/** What gateways say when they refuse, of the fourth recipient or of the whole request, and states of revision 2. */
export const wordRows: readonly Row[] = [
	...[
		['in the words of the manual', '79990200001'],
		['for a closed destination', '79990210001'],
		['for want of credit', '79990220001'],
		['for its text', '79990250001'],
		['for its sender', '79990270001'],
		['for a blocked account', '79990310001'],
		['for a limit of repeats', '79990320001'],
		['for being sent to too lately', '79990330001'],
		['as a duplicated message', '79990340001'],
		['as a doubled number', '79990350001'],
	].map(([why = '', fourth = '']): Row => ({ name: `refused ${why}`, title: `One recipient is refused ${why}`, fourth, expect: REFUSED })),
	...[
		['', '79990230001'],
		[', and its ID told', '79990240001'],
	].map(([how = '', fourth = '']): Row => ({
		name: `queued${how}`,
		title: `One message waits for money, in the words of a refusal${how}`,
		...(how === '' && { note: 'It goes out by itself once the account is topped up.' }),
		fourth,
		expect: QUEUED,
	})),
	...['access', 'format', 'no-data', 'blocked'].map((kind): Row => ({
		name: `${kind} refusal`,
		title: `The whole request is refused: ${WHOLE[kind] ?? ''}`,
		fault: { fault: `${kind}-refusal` },
		expect: notRepeated('RRRRR', '', 'refusedByGateway'),
	})),
	{ name: 'overall read', title: 'The overall state says `read`', first: '79990380001', expect: statesOf(WELL) },
	{ name: 'link opened', title: 'A channel’s state says `link`', first: '79990360001', expect: statesOf(WELL) },
	{ name: 'unsubscribed', title: 'A channel’s state says `unsubscribe`', first: '79990370001', expect: statesOf(WELL) },
];

function statesOf({ statusJson = '', statusXml = '', statusGet = '', pollJson = '', pollXml = '' }: Expectations): Expectations {
	return { statusJson, statusXml, statusGet, pollJson, pollXml };
}
