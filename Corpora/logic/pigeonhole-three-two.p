% source: Cook and Reckhow 1979, the pigeonhole principle, three pigeons and two holes
% expected: Contradictory
% szs: Unsatisfiable
cnf(anna_somewhere, axiom, anna_left | anna_right).
cnf(bert_somewhere, axiom, bert_left | bert_right).
cnf(cora_somewhere, axiom, cora_left | cora_right).
cnf(not_anna_and_bert_left, axiom, ~ anna_left | ~ bert_left).
cnf(not_anna_and_cora_left, axiom, ~ anna_left | ~ cora_left).
cnf(not_bert_and_cora_left, axiom, ~ bert_left | ~ cora_left).
cnf(not_anna_and_bert_right, axiom, ~ anna_right | ~ bert_right).
cnf(not_anna_and_cora_right, axiom, ~ anna_right | ~ cora_right).
cnf(not_bert_and_cora_right, axiom, ~ bert_right | ~ cora_right).
