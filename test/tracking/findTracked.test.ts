import { TableOutbox } from '../../nodes/CascadeMessaging/tracking/dataTable/tableOutbox';
import { findTracked } from '../../nodes/CascadeMessaging/tracking/findTracked';
import { MemoryOutbox } from '../../nodes/CascadeMessaging/tracking/memory/memoryOutbox';
import { keepForReplies } from '../../nodes/CascadeMessaging/tracking/memory/sentMessages';
import { calls, dataTables, message, START } from './support/dataTables';

const here = dataTables();
const MEMORY = { kind: 'memory' } as const;
const THIRD = message('3', { campaignName: 'Autumn', data: { contactId: '42' } });

it('finds a message in the memory, under its own account', async () => {
	keepForReplies('memory', START);
	await new MemoryOutbox(here.context, 'memory').add([message('1'), THIRD]);
	expect(await findTracked(here.context, { store: MEMORY, key: 'memory' }, '3')).toEqual(THIRD);
	expect(await findTracked(here.context, { store: MEMORY, key: 'another' }, '3')).toBeUndefined();
});

it('finds a message in a data table, under its own account, in two requests', async () => {
	await new TableOutbox(here.context, here.store, 'ours').add([message('1'), THIRD]);
	calls(here);
	expect(await findTracked(here.context, { store: here.store, key: 'ours' }, '3')).toEqual(THIRD);
	expect(calls(here)).toEqual(['GET', 'GET /ID/rows']);
	expect(await findTracked(here.context, { store: here.store, key: 'another' }, '3')).toBeUndefined();
	expect(await findTracked(here.context, { store: here.store, key: 'ours' }, '4')).toBeUndefined();
});

it('of a message that was handed over twice, finds what was said last', async () => {
	await new TableOutbox(here.context, here.store, 'ours').add([THIRD, message('3', { data: { again: true } })]);
	expect(await findTracked(here.context, { store: here.store, key: 'ours' }, '3')).toMatchObject({ data: { again: true } });
});

it('finds nothing where there is no table, and makes none', async () => {
	expect(await findTracked(here.context, { store: here.store, key: 'ours' }, '3')).toBeUndefined();
	expect(calls(here)).toEqual(['GET']);
});

it('says when the table cannot be asked', async () => {
	here.tables.phase = 'starting';
	await expect(findTracked(here.context, { store: here.store, key: 'ours' }, '3')).rejects.toMatchObject({ code: 'n8nStarting' });
});
