import type { Row } from './row';
import { lost, notRepeated, WELL } from './usually';

const READ = 'A document of the gateway counts, whatever the status in front of it.';

/** HTTP statuses with something to read behind them. */
export const statusRows: readonly Row[] = [
	...[500, 503, 404].map((status): Row => ({
		name: `${status} with the document`,
		title: `HTTP ${status} with the whole answer`,
		...(status === 500 && { note: READ }),
		fault: { fault: 'status-with-document', status },
		expect: WELL,
	})),
	{
		name: '403 with a refusal',
		title: 'HTTP 403 with a refusal of the gateway',
		fault: { fault: 'status-with-refusal' },
		expect: notRepeated('RRRRR', '', 'refusedByGateway'),
	},
	{
		name: 'JSON of a proxy',
		title: 'HTTP 503 with the JSON of a proxy',
		note: 'It looks like a refusal and is none: here the gateway has taken the messages.',
		fault: { fault: 'proxy-503', accepted: true },
		expect: lost('httpStatus', 'taken'),
	},
];
