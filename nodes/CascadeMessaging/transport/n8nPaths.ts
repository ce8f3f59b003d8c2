/** The path of n8n's Data Table API; the credential sends the API key to no other. */
export const TABLES_PATH = '/api/v1/data-tables';
