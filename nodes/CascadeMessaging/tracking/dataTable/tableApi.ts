import { isRecord } from '../../protocol';
import type { GatewayContext } from '../../transport/context';
import type { N8nAccess, TableRequest } from '../../transport/n8nApi';
import { askN8n } from '../../transport/n8nApi';

/** The most rows or tables n8n puts into one answer. */
export const PAGE = 250;

/** n8n's Data Table API, for one n8n. */
export class TableApi {
	readonly #context: GatewayContext;
	readonly #access: N8nAccess;
	constructor(context: GatewayContext, access: N8nAccess) {
		this.#context = context;
		this.#access = access;
	}

	/**
	 * Asks the API. Returns the fields of its answer; none where it answers with something else.
	 *
	 * @throws {N8nApiError} with any of its codes
	 */
	async ask(request: TableRequest): Promise<Record<string, unknown>> {
		const answer = await askN8n(this.#context, this.#access, request);
		return isRecord(answer) ? answer : {};
	}
}
