import type { NodeExecutionHint } from 'n8n-workflow';

import type { SendLine } from '../../../../nodes/CascadeMessaging/operations/message/send/failure';
import {
	hintEmpty,
	hintLater,
	hintRepeats,
	hintUnknownZones,
	hintUnseen,
} from '../../../../nodes/CascadeMessaging/operations/message/send/hints';
import type { Plan } from '../../../../nodes/CascadeMessaging/operations/message/send/plan';
import { planSend } from '../../../../nodes/CascadeMessaging/operations/message/send/plan';
import type { EmptyPlaceholder } from '../../../../nodes/CascadeMessaging/operations/shared/templates/textReader';
import { mailboxOf } from '../../../../nodes/CascadeMessaging/tracking/memory/mailbox';
import type { FakeNode } from '../../support/fakeContext';
import { fakeContext } from '../../support/fakeContext';
import { sendRun } from '../../support/sendRun';

describe('placeholders that gave nothing', () => {
	function hints(empty: EmptyPlaceholder[]): NodeExecutionHint[] {
		const { context, hints: given } = fakeContext({ items: 3 });
		hintEmpty(context, empty);
		return given;
	}

	const first = { item: 1, field: 'SMS Text', source: '{{ $json.name }}' };
	const END = 'To keep such items from being sent, set the option Empty Placeholders to Refuse Item.';

	it('are counted, and the first is named', () => {
		expect(hints([])).toEqual([]);
		expect(hints([first])).toEqual([
			{
				type: 'warning',
				location: 'outputPane',
				message: `Texts with gaps: 1 placeholder gave nothing, in 1 of 3 items. The first is {{ $json.name }} in SMS Text of item 1. ${END}`,
			},
		]);
		expect(hints([first, { ...first, field: 'Viber Text' }, { ...first, item: 2 }])[0]?.message).toBe(
			`Texts with gaps: 3 placeholders gave nothing, in 2 of 3 items. The first is {{ $json.name }} in SMS Text of item 1. ${END}`,
		);
	});

	it('are shown as far as there is room', () => {
		const [hint] = hints([{ ...first, source: `{{ ${'x'.repeat(100)} }}` }]);
		expect(hint?.message).toContain(`The first is {{ ${'x'.repeat(77)}… in SMS Text`);
	});
});

describe('messages that go out later than the wait lasts', () => {
	const NOW = Date.UTC(2026, 11, 1, 7, 30);
	const at = (sendAt: string | null): SendLine => ({ item: 0, json: { sendAt } });
	const failed: SendLine = {
		item: 1,
		failure: { code: 'timedOut', outcome: 'unknown', message: 'x', sendAt: '2026-12-02T10:30:00+03:00' },
	};

	function hints(lines: SendLine[]): NodeExecutionHint[] {
		const { context, hints: given } = fakeContext();
		hintLater(context, lines, NOW);
		return given;
	}

	it('are none that have gone out, or failed', () => {
		expect(hints([at(null), at('2026-12-01T10:30:00+03:00'), failed])).toEqual([]);
	});

	it.each([
		[
			[at('2026-12-01T10:31:00+03:00'), at(null)],
			'Not waited for: 1 of 2, because a message goes out later than the wait lasts. Its item has the outcome "inProgress". A trigger tells what becomes of it.',
		],
		[
			[at('2026-12-01T10:31:00+03:00'), at('2027-12-01T10:30:00+03:00'), failed],
			'Not waited for: 2 of 3, because messages go out later than the wait lasts. Their items have the outcome "inProgress". A trigger tells what becomes of them.',
		],
	])('are counted in %j', (lines, message) => {
		expect(hints(lines)).toEqual([{ type: 'info', location: 'outputPane', message }]);
	});
});

describe('messages that were not sent again', () => {
	const repeat: SendLine = { item: 0, json: { repeat: true } };
	const others: SendLine[] = [
		{ item: 1, json: { repeat: false } },
		{ item: 2, failure: { code: 'phoneMissing', outcome: 'notSent', message: 'No.' } },
	];

	function hints(lines: SendLine[]): NodeExecutionHint[] {
		const { context, hints: given } = fakeContext();
		hintRepeats(context, lines);
		return given;
	}

	it.each([
		[
			[repeat, ...others],
			'Not sent again: 1 of 3, because the gateway had taken a message with its client message ID before. Its item has "repeat": true.',
		],
		[
			[repeat, repeat],
			'Not sent again: 2 of 2, because the gateway had taken messages with their client message IDs before. Their items have "repeat": true.',
		],
	])('are counted', (lines, message) => {
		expect(hints(lines)).toEqual([{ type: 'info', location: 'outputPane', message }]);
	});

	it('are not spoken of where there are none', () => {
		expect(hints(others)).toEqual([]);
	});
});

describe('messages no trigger can see', () => {
	const DATA = { options: { attachDataJson: '{"a":1}' } };
	const HINT = {
		type: 'warning',
		location: 'outputPane',
		message:
			'No Cascade Messaging Trigger has run in this n8n process, so none may report these messages. Activate one; in queue mode, choose to remember sent messages in a Data Table in the credential.',
	};

	async function hints(fake: FakeNode, hasTrigger = false): Promise<NodeExecutionHint[]> {
		const { run, hints: given } = await sendRun(fake);
		if (hasTrigger) mailboxOf(run.account.key).readerOf({ key: 'trigger', longestPause: 60_000, restored: () => [] }, Date.now());
		hintUnseen(run.context, run.account, await planSend(run));
		return given;
	}

	it('are spoken of where data is attached for it, and where the workflow runs by itself', async () => {
		expect(await hints({ parameters: DATA })).toEqual([HINT]);
		expect(await hints({ mode: 'trigger' })).toEqual([HINT]);
		expect(await hints({ parameters: { ...DATA, phone: `79000000001,12` } })).toEqual([HINT]);
	});

	it('are none of a test run that attaches nothing, or of messages that are not sent', async () => {
		expect(await hints({})).toEqual([]);
		expect(await hints({ parameters: { ...DATA, phone: 'x' } })).toEqual([]);
	});

	it('are none where a trigger polls, or a table keeps them', async () => {
		expect(await hints({ parameters: DATA, mode: 'trigger' }, true)).toEqual([]);
		expect(await hints({ parameters: DATA, mode: 'trigger', credential: { store: 'dataTable', n8nUrl: 'http://localhost:5678' } })).toEqual(
			[],
		);
	});
});

describe('recipients whose time zone is not known', () => {
	function hints(unknownZones?: Plan['unknownZones']): NodeExecutionHint[] {
		const { context, hints: given } = fakeContext();
		const plan = { slots: [], requests: [], emptyPlaceholders: [] };
		hintUnknownZones(context, unknownZones === undefined ? plan : { ...plan, unknownZones });
		return given;
	}

	it('are counted, and it is said by which clock they are sent to', () => {
		expect(hints()).toEqual([]);
		expect(hints({ recipients: 12, of: 1000 })).toEqual([
			{
				...{ type: 'warning', location: 'outputPane' },
				message: 'For 12 of 1000 recipients, Send Window goes by the Fallback Time Zone, because the operator does not know theirs.',
			},
		]);
	});

	it('have a reason where there was trouble', () => {
		expect(hints({ recipients: 1, of: 1, trouble: 'Your operator does not offer this.' })[0]?.message).toBe(
			'For 1 of 1 recipient, Send Window goes by the Fallback Time Zone, because the operator did not tell theirs. Your operator does not offer this.',
		);
	});
});
