import { TableApi } from '../../../nodes/CascadeMessaging/tracking/dataTable/tableApi';
import { dataTables } from '../support/dataTables';
import { fakeN8n } from '../support/n8n';

const here = dataTables();
const LIST = { method: 'GET', path: '' } as const;

it('gives the fields of the answer', async () => {
	expect(await here.api.ask(LIST)).toEqual({ data: [], nextCursor: null });
});

it('gives none when n8n answers with something else', async () => {
	await here.api.ask({ method: 'POST', path: '', body: { name: here.name, columns: [{ name: 'phone', type: 'string' }] } });
	const id = here.tables.database.containing(here.name)[0]?.id ?? '';
	const filter = JSON.stringify({ type: 'and', filters: [{ columnName: 'id', condition: 'eq', value: 1 }] });

	expect(await here.api.ask({ method: 'DELETE', path: `/${id}/rows/delete`, query: { filter } })).toEqual({});
});

it('throws with the code of what is wrong', async () => {
	const { context } = fakeN8n({ credential: { ...here.credential, n8nApiKey: 'wrong' } });

	await expect(new TableApi(context, here.store).ask(LIST)).rejects.toMatchObject({ name: 'N8nApiError', code: 'apiKeyWrong' });
	here.tables.isFull = true;
	await expect(here.api.ask({ method: 'POST', path: '', body: {} })).rejects.toMatchObject({ name: 'N8nApiError', code: 'tableRejected' });
});
