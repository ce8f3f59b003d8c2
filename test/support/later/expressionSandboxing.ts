import { later } from './later';

module.exports = later('n8n-workflow/dist/cjs/expression-sandboxing.js');
