import type { AcceptedMessage, RequestEntry } from '../../simulator';
import { Findings } from './findings';
import type { SendingBooks } from './judgeSending';
import { judgeSending } from './judgeSending';
import type { Sending } from './sending';

const PHONE = '79000000001';
const message = (id = '11', request = 1) => ({ id, phone: PHONE, request }) as AcceptedMessage; // the rest does not matter here
const accepted = { phone: PHONE, accepted: true, messageId: '11' };
const failed = (outcome: string, code = 'notAnswered') => ({ error: { message: 'Words.', phone: PHONE, outcome, code } });

/** n8n is killed at 100 and up again at 150. */
const lives = [
	{ pid: 1, upAt: 0, killedAt: 100 },
	{ pid: 2, upAt: 150 },
];

function judged(changes: Partial<Sending>, has: readonly AcceptedMessage[], fault = 'slow'): SendingBooks & { sentences: string[] } {
	const findings = new Findings();
	const sending: Sending = {
		...{ sender: 'json', contacts: [{ phone: PHONE, contactId: 1 }], at: 0, startedAt: 10, endedAt: 20 },
		...{ end: 'answered', items: [], words: '', ...changes },
	};
	const requests = new Map([[1, { number: 1, outcome: 'fault', detail: fault } as RequestEntry]]); // the rest does not matter here
	const books = judgeSending([sending], { byPhone: new Map([[PHONE, has]]), requests }, lives, findings);
	return Object.assign(books, { sentences: findings.sentences });
}

describe('an execution that answered', () => {
	it('makes known what it says is accepted, and the gateway has', () => {
		const { known, sentences } = judged({ items: [accepted] }, [message()]);
		expect(known).toEqual([{ message: message(), toldAt: 20 }]);
		expect(sentences).toEqual([]);
	});

	it('may say unknown where a fault struck', () => {
		expect(judged({ items: [failed('unknown')] }, [message()], 'cut')).toMatchObject({ unknownHeld: 1, sentences: [] });
		expect(judged({ items: [failed('unknown')] }, [])).toMatchObject({ unknownNotHeld: 1, sentences: [] });
	});

	it('may know of a repeat and not of its ID', () => {
		expect(judged({ items: [{ ...accepted, messageId: null, repeat: true }] }, [message()], 'cut')).toMatchObject({
			repeatWithoutId: 1,
			sentences: [],
		});
	});

	it('may tell of answers that fit nobody', () => {
		expect(judged({ items: [accepted, failed('unknown', 'answerForNobody')] }, [message()])).toMatchObject({ strays: 1, sentences: [] });
	});

	it.each([
		['Recipients that no item tells of', [], [message()]],
		['Recipients that several items tell of', [accepted, accepted], [message()]],
		['Recipients reported as unknown although no fault struck', [failed('unknown')], [message()]],
		['Recipients reported as notSent although the gateway has them', [failed('notSent')], [message()]],
		['Recipients reported as refused although the gateway has them', [failed('refused')], [message()]],
		['Recipients reported as accepted although the gateway does not have them', [accepted], []],
		['Recipients with a wrong message ID', [accepted], [message('12')]],
		['Accepted messages that could not be tracked', [{ ...accepted, warning: 'Not tracked.' }], [message()]],
		['Phones that were sent to more than once', [accepted], [message(), message('12')]],
	])('must not: %s', (kind, items, has) => {
		expect(judged({ items }, has).sentences).toEqual([expect.stringContaining(`${kind} (1): ${PHONE}`)]);
	});
});

describe('an execution that did not answer', () => {
	it('is cut off by a kill: its message may be emitted, and need not', () => {
		expect(judged({ end: 'broken', endedAt: 101 }, [message()])).toMatchObject({ buried: [message()], known: [], sentences: [] });
		expect(judged({ end: 'broken', endedAt: 101 }, [])).toMatchObject({ buriedNotHeld: 1, sentences: [] });
	});

	it('did not begin while n8n was down, so the gateway has nothing of it', () => {
		const down = { end: 'notBegun', startedAt: 120, endedAt: 121 } as const;
		expect(judged(down, [])).toMatchObject({ notBegun: 1, sentences: [] });
		expect(judged(down, [message()]).sentences).toEqual([`Messages of executions that did not begin (1): ${PHONE}`]);
	});

	it('must not break off without a kill, nor be turned away while n8n is up', () => {
		expect(judged({ end: 'broken', words: 'ECONNRESET' }, []).sentences).toEqual([
			'Executions that failed without a kill (1): json: ECONNRESET',
		]);
		expect(judged({ end: 'failed', words: 'HTTP 500' }, []).sentences).toEqual([
			'Executions that failed without a kill (1): json: HTTP 500',
		]);
		expect(judged({ end: 'notBegun', words: 'HTTP 404' }, []).sentences).toEqual([
			'Executions that did not begin although n8n was up (1): json: HTTP 404',
		]);
	});
});
