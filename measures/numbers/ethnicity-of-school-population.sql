/* measure
title: Ethnicity of the school population
asks: What are the ethnic groups of pupils in our area?
catalogue: NUM-10:school
kind: ratio
at: period end
windows: [month]
good: neither
numerator: pupils-by-ethnic-group
denominator: pupils-by-ethnic-group
mix: ethnic_group
unit: share
basis: population.csv, school population by ethnic group; shares of pupils whose group is known
national: DfE schools, pupils and their characteristics (school census)
not_compared: It is the published figure itself
revisions: [{on: 2026-11-27, what: First version}]
*/
