#!/bin/sh
# Makes testdata/nhs/reference again from its sources; MAPPER_DATA names the folder
# that holds the published files. Run it in the project's folder.
set -eu
data=${MAPPER_DATA:?name the folder with the published files}
exec ${MAPPER:-./bin/mapper} convert \
  testdata/nhs/reference-sources/national \
  "$data/partnerships/stp_partners_2019-07.xlsx" \
  "testdata/nhs/mappings/icbs.yaml=$data/networks/icb_names_codes_dec_2024.csv" \
  "testdata/nhs/mappings/sub-icbs.yaml=$data/ods/eccg_2025-12.csv" \
  "testdata/nhs/mappings/cancer-alliances.yaml=$data/networks/ods_cancer_alliance_mapping.csv" \
  "testdata/nhs/mappings/epilepsy-networks.yaml=$data/networks/rcpch_open_uk_networks_trusts.csv" \
  "$data/succession/successions_1992-2022.csv" \
  --to "${1:-testdata/nhs/reference}" --id reference \
  --title "Official lists and national facts" \
  --licence "Contains public sector information licensed under the Open Government Licence v3.0 (NHS England, NHS Digital, Office for National Statistics); children's epilepsy networks: Royal College of Paediatrics and Child Health. Facts only; personal data is limited to names and posts as published." \
  --description "What one must know to read the articles: national bodies and their lineage, the 42 partnerships of 2019 with their members and leads, boards, Cancer Alliances, clinical networks and successions. Made by mapper convert; docs/sources.md says how."
