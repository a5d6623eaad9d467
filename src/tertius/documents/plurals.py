"""Words that end in s of their own right: what a lost apostrophe must not be guessed into."""

from __future__ import annotations

from tertius.documents.wordlist import words

# Names that only look like another name and a possessive s.
NAMES = words(
    """
    Adams Americas Andes Andrews Antilles Arms Athens Azores Bahamas Balkans Banks Barbados
    Beatles Bermudas Brooks Brussels Burns Canaries Carolinas Carpathians Chambers Collins Comoros
    Congress Cyprus Dakotas Damascus Daniels Dardanelles Davis Democrats Edwards Emirates Evans
    Falklands Fields Flanders Galapagos Gates Givens Hamas Hawkins Hayes
    Hebrides Himalayas Honduras Hughes Indies Jacobs James Johns Jones Judas Kansas Keys Koreas
    Kurils Laos Lars Lewis Maldives Marcos Marianas Marshalls Matthews Matthis Mattis Mills Morris
    Moses Myers Naples Netherlands Nicholas Olympics Orkneys Owens Paracels Paralympics Paris
    Peters Philippines Phillips Powers Pyrenees Republicans Reuters Reynolds Rhodes Richards
    Roberts Rockies Rogers Samuels Sanders Sands Seychelles Shetlands Simmons Simons Socrates
    Solomons Spratlys Spratlies Stevens Sudans Sykes Texas Thames Thomas Times Tonys Urals
    Virginias Wales Waters Watts Wells Wilkins Williams Withers Woods Yanks Yankees
    """
)

# Peoples, faiths and followings: their plural is as common as their singular.
PEOPLES = words(
    """
    Abkhaz Acehnese Adivasi Afar Afghan Afghani Afrikaner Alawi Alawite Ally Anbari Apostle Arab
    Argentine Assamese Assyrian Azeri Baathist Bahai Bahraini Baloch Baluch Bangladeshi Basque
    Bedouin Bengali Berber Bolshevik Bosniak Brit Briton Buddhist Cambodian Catalan Catholic
    Chaldean Chechen Chetnik Circassian Colonel Comanche Commander Communist Comrade Conservative
    Contra Copt Cossack Croat Crusader Cypriot Czech Dane Darfuri Democrat Dinka Druze Dutchman
    Emirati Englishman Eritrean Filipina Filipino Finn Frenchman Fulani Fur Garo Georgian German
    Ghazi Greek Gulenist Gurkha Gypsy Hausa Hazara Hindu Houthi Huthi Hutu Igbo Ijaw Immigrant
    Indian Inuit Iranian Iraqi Irishman Islamist Ismaili Israeli Israelite Jain Janjaweed Jat Jew
    Jihadi Jihadist Kachin Kanak Karen Kashmiri Kazakh Khmer Kikuyu Kosovar Kurd Kuwaiti Lao Lapp
    Latino Leftist Lett Libyan Londoner Luo Maasai Maori Maoist Marine Maronite Marxist Masalit
    Mayan Moor Moro Moslem Mujahid Muslim Naga Nazi Neo-Nazi Nepali New-Yorker Nuba Nuer Omani
    Oromo Ossete Palestinian Pakistani Pashtun Pathan Persian Peshmerga Peul Pole Progressive
    Protestant Punjabi Qatari Rastafarian Rohingya Roma Romani Royalist Salafi Salafist Sandinista
    Saudi Scot Serb Shia Shiite Sikh Sindhi Sinhalese Slav Slovak Slovene Socialist Somali Soviet
    Spaniard Sufi Sunni Swede Tajik Tamil Tatar Tartar Thai Tibetan Tigrayan Tory Tuareg Tunisian
    Turk Turkmen Tutsi Uighur Ukrainian Uygur Uyghur Uzbek Wahhabi Yazidi Yemeni Yezidi Yoruba
    Zaghawa Zionist Zulu Liberal Labourite Laker Ranger Marine Seal Commando Paratrooper Guardsman
    Catholic Orthodox Evangelical Anglican Mormon Quaker Puritan Rebel Separatist Loyalist
    Unionist Nationalist Reformist Islamist Peronist Chavista Trotskyist Stalinist Hezbollahi
    """
)
_PEOPLE_ENDINGS = (
    "ian",
    "ean",
    "yan",
    "rican",
    "xican",
    "ist",
    "ite",
    "crat",
    "ese",
    "lander",
    "woman",
)

# Nouns whose plural stands in names and titles, so that the s is theirs: never touched.
PLURAL_HEADS = words(
    """
    Act Adviser Affair Airway Ambassador Archive Arm Army Arrow Attack Award Base Battalion Bird
    Bomber Book Bridge Brigade Brother Camp Captain Case Castle Cell Challenge Chief Christian
    City Club Colonel Color Committee Commando Commissioner Company Concern Condition Contractor
    Cost County Course Crime Crisi Crown Day Deal Defender Defense Delegate Deputy Detail Diplomat
    Division Doctor Dollar Drone Emirate Engineer Euro Executive Expert Eye Fact Faction Family
    Fighter File Finding Flight Force Forest Friend Game General Giant Governor Group Guard
    Guardian Guerrilla Gun Hawk Heights Height Helicopter Hero Hill Hospital Hotel House Household
    Human Industry Inspector Island Isle Jet Journalist Judge Justice Key Lady Lake Law Lawmaker
    Leader Legion Letter Light Line Lion Lord Market Martyr Matter Member Migrant Militant Militia
    Minister Minority Missile Monitor Mountain Movie Name Native Nation Negotiation Newspaper
    Observer Officer Official Operation Opinion Order Palace Paper Parent Partner Patriot Peace
    Peacekeeper People Pilot Pirate Place Plain Plan Player Policy Power President Price Prince
    Prison Prisoner Problem Product Protest Protester Province Provision Question Radical Raid
    Railway Record Refugee Region Relation Report Reporter Representative Resource Result
    Revolution Right River Rocket Rule Ruler Saint Sanction School Scientist Scout Section Senator
    Service Settler Ship Sister Soldier Son Source Sport Spring Star Statistic Stock Stone Storm
    Street Strike Student Studie Supporter Survivor System Talk Tank Target Task Tax Term
    Terrorist Thing Threat Tie Tiger Time Tower Trade Trader Trail Treatie Tribe Troop Unit Value
    Veteran Victim View Village Voter Warrior Warship Watcher Way Weapon Wing Witnesse Wolf Word
    Worker Work World Writer Year Youth Zone January February April June July August September
    October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mr Mrs Ms
    """
)

# Nouns that end the name of one body: "Arab Leagues decision" is the league's.
SINGULAR_HEADS = words(
    """
    Administration Agency Alliance Assembly Association Authority Bank Brotherhood Bureau Cabinet
    Church Coalition Command Commission Commonwealth Corporation Council Court Department Duma
    Federation Front Fund Government Institute Junta Kingdom Knesset League Mission
    Monarchy Movement Navy Office Opposition Organisation Organization Parliament Party Post
    Republic Senate State Store Summit Treasury Tribunal Union University
    """
)

ACRONYMS = words(
    "ADC AFV AK APC ATM BTR CD CEO CFO COO DJ DVD EV FAQ FTA GDP GI GP ICBM IDP IED ISP IT IUD LGBT"
    " MANPAD MBA MD MEP MIG MLA MNA MOU MP MRI MSP NCO NGO NPT OAP PA PC PHD PM PMC POW PR PSA RPG"
    " RV SAM SDR SLBM SME SUV TD TNT TV UAV UFO URL USB VC VIP WMD"
)


def is_people(name: str) -> bool:
    """Tell whether the name has a plural of its own, as peoples, faiths and followings have."""
    last = name.rsplit("-", maxsplit=1)[-1]
    return name in PEOPLES or last in PEOPLES or last.endswith(_PEOPLE_ENDINGS)
