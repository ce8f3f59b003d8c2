import type { Books } from '../../demo/accounting';
import { findingsIn } from '../../demo/accounting';

const anna = { row: 1, name: 'Anna', phone: '8 900 000-00-01', order: 'A-1' };
const boris = { row: 2, name: 'Boris', phone: 'call me', order: 'A-2' };

const goodBooks: Books = {
	sent: [{ order: 'A-1', phone: '79000000001', messageId: '5' }],
	notSent: [{ order: 'A-2', reason: 'There is no such phone number.' }],
	held: [{ id: '5', phone: '79000000001', text: 'Your order A-1 is ready.' }],
};

function findings(change: Partial<Books>): string[] {
	return findingsIn([anna, boris], { ...goodBooks, ...change });
}

describe('the accounting of contacts', () => {
	it('finds nothing when each contact is sent and held, or refused with a reason', () => {
		expect(findings({})).toEqual([]);
	});

	it('finds a contact that left on neither branch', () => {
		expect(findings({ notSent: [] })).toEqual(['Row 2 (A-2, "Boris", "call me") is missing: it left the workflow on neither branch.']);
	});

	it('finds a contact that left on both branches', () => {
		const notSent = [...goodBooks.notSent, { order: 'A-1', reason: 'No.' }];
		expect(findings({ notSent })).toEqual(['Row 1 (A-1, "Anna", "8 900 000-00-01") left the workflow 2 times.']);
	});

	it('finds a contact that was not sent without a reason', () => {
		expect(findings({ notSent: [{ order: 'A-2', reason: ' ' }] })).toEqual([
			'Row 2 (A-2, "Boris", "call me") was not sent, and nobody says why.',
		]);
	});

	it('finds a message that went to another phone', () => {
		const elsewhere = { phone: '79000000009' };
		const sent = goodBooks.sent.map((row) => ({ ...row, ...elsewhere }));
		expect(findings({ sent })).toEqual(['Row 1 (A-1, "Anna", "8 900 000-00-01") was sent to 79000000009.']);
		const held = goodBooks.held.map((message) => ({ ...message, ...elsewhere }));
		expect(findings({ held })).toEqual(['Row 1 (A-1, "Anna", "8 900 000-00-01") has the message ID 5, which went to 79000000009.']);
	});

	it('finds a message ID that the simulator does not hold, or holds twice', () => {
		expect(findings({ held: [] })).toEqual([
			'Row 1 (A-1, "Anna", "8 900 000-00-01") has the message ID 5, which the simulator does not hold.',
		]);
		expect(findings({ held: [...goodBooks.held, ...goodBooks.held] })).toEqual([
			'Row 1 (A-1, "Anna", "8 900 000-00-01") has the message ID 5, which the simulator holds 2 times.',
		]);
	});

	it('finds a text that is about somebody else', () => {
		const held = [{ id: '5', phone: '79000000001', text: 'Your order A-2 is ready.' }];
		expect(findings({ held })).toEqual(['Row 1 (A-1, "Anna", "8 900 000-00-01") has the message ID 5, whose text is about somebody else.']);
	});

	it('finds two contacts with one message ID', () => {
		const sent = [...goodBooks.sent, { order: 'A-3', phone: '79000000001', messageId: '5' }];
		const twin = { ...anna, row: 3, order: 'A-3' };
		expect(findingsIn([anna, boris, twin], { ...goodBooks, sent })).toEqual([
			'Row 1 (A-1, "Anna", "8 900 000-00-01") shares the message ID 5 with another contact.',
			'Row 3 (A-3, "Anna", "8 900 000-00-01") shares the message ID 5 with another contact.',
		]);
	});

	it('finds a message at the gateway that no contact claims: somebody was written to twice', () => {
		const held = [...goodBooks.held, { id: '6', phone: '79000000001', text: 'Your order A-1 is ready.' }];
		expect(findings({ held })).toEqual(['The simulator holds message 6 to 79000000001, which no contact claims.']);
	});

	it('finds an item that stands for no contact', () => {
		const notSent = [...goodBooks.notSent, { order: '', reason: 'No.' }];
		expect(findings({ notSent })).toEqual(['The workflow put out an item for the order (none), which is not in the file.']);
	});
});
