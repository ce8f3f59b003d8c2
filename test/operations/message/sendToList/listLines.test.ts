import type { SendLine } from '../../../../nodes/CascadeMessaging/operations/message/send/failure';
import { acceptedIn, listLines, ofList } from '../../../../nodes/CascadeMessaging/operations/message/sendToList/listLines';
import type { ListResult, RefusedAnswer } from '../../../../nodes/CascadeMessaging/protocol';
import { sendRun } from '../../support/sendRun';

const recipient = { phone: 'contact list 4', contactList: '4', item: 2, slot: 0, data: {}, mayHaveBeenSent: false };
const refused = (reason: string | null, more: Partial<RefusedAnswer> = {}): RefusedAnswer => ({
	...{ accepted: false, reason, phone: '79160000001', raw: {} },
	...more,
});

async function told(result: ListResult, more: { sendAt?: string; warning?: string; stopLists?: string[] } = {}) {
	const { run } = await sendRun();
	const { sendAt, warning, stopLists } = more;
	const content = { cascade: [], channels: {}, ...(sendAt !== undefined && { sendAt }), ...(stopLists !== undefined && { stopLists }) };
	return listLines({ recipient, content }, result, { ...run, request: 3, wasUnsure: false }, warning);
}

it('a list that was sent to, with its phones, its time and a warning', async () => {
	const accepted = { accepted: true as const, messageId: '1', parts: 2, channelIds: {}, raw: {} };

	expect(await told({ accepted: [accepted], declined: [] }, { sendAt: '2026-12-01 10:30', warning: 'Not tracked.' })).toEqual({
		line: {
			item: 2,
			json: {
				...{ contactList: '4', accepted: true, recipients: 1, refused: 0, sendAt: '2026-12-01T10:30:00+00:00' },
				messages: [{ phone: null, messageId: '1', parts: 2 }],
				...{ protocol: 'json', request: 3, warning: 'Not tracked.' },
			},
		},
		refused: [],
	});
});

it.each<[string, RefusedAnswer, object]>([
	[
		'with words',
		refused('Нет'),
		{ code: 'refusedByGateway', outcome: 'refused', message: 'The gateway refused 79160000001 of contact list 4: Нет.' },
	],
	['with known words', refused('Номер в стоп-листе'), { code: 'refusedByGateway', outcome: 'refused', reason: 'stopList' }],
	[
		'with an ID, as what waits for money has one',
		refused('Ждёт', { messageId: '7' }),
		{
			code: 'notAnswered',
			outcome: 'unknown',
			messageId: '7',
			message: expect.stringContaining('may have been sent. Ждёт (message ID 7).') as string,
		},
	],
	[
		'without a word',
		refused(null),
		{ code: 'notAnswered', outcome: 'unknown', message: expect.stringContaining('neither an ID nor a reason.') as string },
	],
])('a phone of it that was refused %s', async (_, answer, failure) => {
	const { line, refused: lines } = await told({ accepted: [], declined: [answer] });

	expect(line).toMatchObject({ json: { recipients: 0, refused: 1 } });
	expect(lines).toMatchObject([{ item: 2, failure: { contactList: '4', request: 3, phone: '79160000001', ...failure } }]);
});

it.each<[ListResult, object]>([
	[undefined, { code: 'notAnswered', outcome: 'unknown' }],
	[{ refused: 'Нет' }, { code: 'refusedByGateway', outcome: 'refused', message: 'The gateway refused contact list 4: Нет.' }],
	[{ refused: 'Неизвестное поле base.' }, { code: 'listsNotOffered', outcome: 'refused' }],
	[{ refused: 'Базы с таким номером не существует' }, { code: 'refusedByGateway', reason: 'contactListUnknown' }],
])('a list of which %j is told', async (result, failure) => {
	expect(await told(result)).toMatchObject({ line: { item: 2, failure: { contactList: '4', request: 3, ...failure } }, refused: [] });
});

it('that a list is not there may be said of one it skips', async () => {
	const { line } = await told({ refused: 'Базы с таким номером не существует' }, { stopLists: ['6', '7'] });

	expect(line).toMatchObject({
		failure: { message: expect.stringMatching(/ It may mean one of those that are skipped: 6, 7\.$/) as string },
	});
});

it('all answers with an ID are handed on, refusals too', () => {
	expect(acceptedIn(undefined)).toEqual([]);
	expect(acceptedIn({ refused: 'Нет' })).toEqual([]);
	expect(acceptedIn({ accepted: [], declined: [refused('Ждёт', { messageId: '7' })] })).toMatchObject([{ messageId: '7' }]);
});

it('a line made for recipients names the list in the place of the phone', () => {
	const line: SendLine = { item: 2, failure: { code: 'stopped', outcome: 'notSent', message: 'No.', phone: 'contact list 4' } };
	expect(ofList(line, recipient)).toEqual({ item: 2, failure: { code: 'stopped', outcome: 'notSent', message: 'No.', contactList: '4' } });
	const done = { item: 2, json: {} };
	expect(ofList(done, recipient)).toBe(done);
});
