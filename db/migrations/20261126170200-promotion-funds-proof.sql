-- A proof that was refused may be entered again as it should have been; slips and verifications prove the money of one contract only.
alter table promotion_funds drop constraint promotion_funds_zone_id_contract_id_proof_proof_number_key;
create unique index promotion_funds_proof on promotion_funds (zone_id, contract_id, proof, proof_number) where state <> 'REFUSED';
create index promotion_funds_issued_proof on promotion_funds (zone_id, proof, proof_number) where state <> 'REFUSED';
