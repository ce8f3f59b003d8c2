import type { Logger } from 'n8n-workflow';

import { ProtocolError } from '../../nodes/CascadeMessaging/protocol';
import { chancesOf, logFault, meaningOfError, meaningOfTries, reportFault } from '../../nodes/CascadeMessaging/transport/errorMeaning';
import { TransportError } from '../../nodes/CascadeMessaging/transport/transportError';

const refused = new TransportError('connectionRefused', 'Closed.', { mayHaveArrived: false, isPassing: true, retryAfter: 5 });
const lost = new TransportError('connectionLost', 'Lost.', { mayHaveArrived: true, isPassing: true });
const unreadable = new ProtocolError('notJson', 'Not JSON.');
const fault = new TypeError('secret is not a function');

const clean = (words: string): string => words.replace('secret', '***');
const FAULT = "This is a fault of the node itself. Please report it, with what n8n's log says: ";

describe('an error means', () => {
	it('what the transport says of it', () => {
		expect(meaningOfError(refused, clean)).toEqual({
			code: 'connectionRefused',
			message: 'Closed.',
			mayHaveArrived: false,
			isPassing: true,
			retryAfter: 5,
		});
	});

	it('of an answer that cannot be read, that the request arrived and another answer may be readable', () => {
		expect(meaningOfError(unreadable, clean)).toEqual({ code: 'notJson', message: 'Not JSON.', mayHaveArrived: true, isPassing: true });
	});

	it.each([
		[fault, 'TypeError: *** is not a function'],
		[{ name: 'Odd', message: 'from another realm' }, 'Odd: from another realm'],
		['thrown words', 'thrown words'],
		[undefined, 'undefined'],
	])('of anything else, that the package is at fault: %p', (error, words) => {
		expect(meaningOfError(error, clean)).toEqual({
			code: 'nodeFault',
			message: `${FAULT}${words}`,
			mayHaveArrived: true,
			isPassing: false,
		});
	});
});

describe('several tries mean', () => {
	it('what the last one said, and how many there were', () => {
		expect(meaningOfTries({ error: refused, mayHaveArrived: false, tries: 2 }, clean)).toMatchObject({
			code: 'connectionRefused',
			message: 'Closed. It was tried 2 times.',
			mayHaveArrived: false,
		});
	});

	it('that the request may have arrived, if any of them may have', () => {
		expect(meaningOfTries({ error: refused, mayHaveArrived: true, tries: 3 }, clean)).toMatchObject({ mayHaveArrived: true });
	});

	it.each([
		['one try', { error: lost, mayHaveArrived: true, tries: 1 }, 'Lost.'],
		['answers that cannot be read', { error: unreadable, mayHaveArrived: true, tries: 4 }, 'Not JSON.'],
		['a fault', { error: fault, mayHaveArrived: true, tries: 2 }, `${FAULT}TypeError: *** is not a function`],
	])('are not counted for %s', (_, failed, message) => {
		expect(meaningOfTries(failed, clean).message).toBe(message);
	});
});

it('only what may go better leaves a chance, and only the surely unsent did not arrive', () => {
	expect(chancesOf(lost)).toEqual({ mayHaveArrived: true, isPassing: true });
	expect(chancesOf(refused)).toBe(refused.chances);
	expect(chancesOf(unreadable)).toEqual({ mayHaveArrived: true, isPassing: true });
	expect(chancesOf(fault)).toEqual({ mayHaveArrived: true, isPassing: false });
});

describe('n8n’s log', () => {
	const logged = (error: unknown): string[] => {
		const lines: string[] = [];
		logFault({ error: (line: string) => lines.push(line) } as unknown as Logger, error, clean);
		return lines;
	};

	it('keeps the stack of a fault, without secrets', () => {
		const [line = '', ...others] = logged(fault);

		expect(others).toEqual([]);
		expect(line).toMatch(/^A fault of the Cascade Messaging nodes: TypeError: \*\*\* is not a function\n\s+at .*errorMeaning\.test\.ts/);
	});

	it('keeps the words of what has no stack', () => {
		expect(logged('thrown words')).toEqual(['A fault of the Cascade Messaging nodes: thrown words']);
		expect(logged({ name: 'Odd', message: 'secret', stack: 5 })).toEqual(['A fault of the Cascade Messaging nodes: Odd: ***']);
	});

	it.each([refused, unreadable])('says nothing of what is told elsewhere: %p', (error) => {
		expect(logged(error)).toEqual([]);
	});
});

it('a fault is logged in full and told in short, each cleaned in its own way', () => {
	const lines: string[] = [];
	const logger = { error: (line: string) => lines.push(line) } as unknown as Logger;

	expect(reportFault('words', logger, { redact: (text) => `<${text}>`, quote: (words) => `"${words}"` })).toEqual({
		code: 'nodeFault',
		message: `${FAULT}"words"`,
	});
	expect(lines).toEqual(['<A fault of the Cascade Messaging nodes: words>']);
});
