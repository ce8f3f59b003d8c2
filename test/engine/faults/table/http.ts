import type { Row } from './row';
import { lost, notRepeated, unreadable } from './usually';

const PROXY = 'A proxy may say so although the gateway has taken the messages; here it has.';

const GET_STATE = 'Over GET any text the manual does not list is a state in words of its own.';

/** HTTP statuses, and documents that are no answer at all. */
export const httpRows: readonly Row[] = [
	{
		name: '429',
		title: 'HTTP 429: asked too often',
		note: 'Not taken for sure. The pause the gateway asks for (Retry-After) is kept.',
		fault: { fault: 'status-429' },
		expect: {
			...{ json: 'NNNNN httpStatus ×2', xml: 'NNNNN httpStatus ×2', get: 'NNNNN httpStatus ×3' },
			...{ jsonNumbered: 'NNNNN httpStatus ×2', xmlNumbered: 'NNNNN httpStatus ×2' },
			...{ jsonOnce: 'AAARA ×2', getOnce: 'AAARA ×3', jsonNumberedOnce: 'AAARA ×2', xmlNumberedOnce: 'AAARA ×2' },
			...{ statusJson: 'UUU httpStatus ×2', statusXml: 'UUU httpStatus ×2', statusGet: 'UUU httpStatus ×6' },
			...{ statusJsonOnce: 'TTT ×2', statusGetOnce: 'TTT ×4' },
			...{ pollJson: 'LL failed ×2', pollXml: 'LL failed ×2', pollJsonOnce: 'TT ×2' },
		},
	},
	...[500, 502, 503].map((status): Row => ({
		name: String(status),
		title: `HTTP ${status} with a web page`,
		note: PROXY,
		fault: { fault: `status-${status}`, accepted: true },
		everyWay: status === 500,
		expect: lost('httpStatus', 'taken'),
	})),
	{
		name: 'echo',
		title: 'HTTP 500 with the whole request in its page',
		note: 'Nothing of the page is shown: it holds the password.',
		fault: { fault: 'echo', accepted: true },
		expect: lost('httpStatus', 'taken'),
	},
	{
		name: 'redirect',
		title: 'A redirect to another host',
		note: 'Not followed: it would carry the password along.',
		fault: { fault: 'redirect' },
		expect: notRepeated('UUUUU', 'redirected'),
	},
	{
		name: 'auth refusal',
		title: 'Login or password are called wrong',
		fault: { fault: 'auth-refusal' },
		everyWay: true,
		expect: notRepeated('RRRRR', '', 'refusedByGateway'),
	},
	{
		name: 'quoting refusal',
		title: 'A refusal that quotes the request, password included',
		note: 'Login and password are struck out of what is shown.',
		fault: { fault: 'quoting-refusal' },
		expect: notRepeated('RRRRR', '', 'refusedByGateway'),
	},
	{
		name: 'html',
		title: 'HTTP 200 with a web page',
		fault: { fault: 'html', accepted: true },
		expect: unreadable({ json: 'notJson', xml: 'notXml', get: 'unexpectedShape' }, 'taken'),
	},
	{
		name: 'empty',
		title: 'HTTP 200 with nothing',
		fault: { fault: 'empty', accepted: true },
		everyWay: true,
		expect: unreadable('emptyAnswer', 'taken'),
	},
	{
		name: 'wrong top',
		title: 'A document of another kind',
		note: 'A list, an element `<answer>`, or JSON instead of plain text.',
		fault: { fault: 'wrong-top-type', accepted: true },
		expect: unreadable('unexpectedShape', 'taken'),
	},
	{
		name: 'text for list',
		title: 'A text where a list should be',
		note: 'Over GET any text that is no ID is a refusal.',
		statusNote: GET_STATE,
		fault: { fault: 'text-for-list' },
		expect: {
			...unreadable('unexpectedShape', 'not taken'),
			...{ get: 'RRRRR ×2', getOnce: 'RRRRA ×2', statusGet: 'OOO ×3', statusGetOnce: 'OTT ×3' },
		},
	},
];
